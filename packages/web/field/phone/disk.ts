/** Below this the person is warned: some thirty photos (our own choice). */
const scarceBytes = 150 * 1024 * 1024;

export interface Disk {
  readonly free: number;
  readonly scarce: boolean;
}

/** What is left of the room this browser gives us; undefined where it does not say. */
export async function diskRoom(): Promise<Disk | undefined> {
  const { quota, usage } = await navigator.storage.estimate();
  if (quota === undefined || usage === undefined) return undefined;
  const free = quota - usage;
  return { free, scarce: free < scarceBytes };
}

/** Asks the browser not to clear what we keep when the phone runs out of room. Answers whether it promised. */
export async function askToPersist(): Promise<boolean> {
  return (await navigator.storage.persisted()) || navigator.storage.persist();
}

export const isDiskFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === "QuotaExceededError";
