import { useSyncExternalStore } from "react";

/** How long the app must lie unseen before a new edition takes over by itself (our own choice). */
const idleMs = 30_000;

let waiting: ServiceWorker | undefined;
let moving = false;
const listeners = new Set<() => void>();
/** Things under way that a reload would break off: an open camera, say. */
let busy = 0;

/** Starts the service worker; without one (in development, in an old browser) the app works online alone. */
export async function startUpdates(): Promise<void> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const { serviceWorker } = navigator;
  // Only one that replaces another asks for a reload; the first one just begins.
  const replaces = serviceWorker.controller !== null;
  serviceWorker.addEventListener("controllerchange", () => {
    if (replaces && !moving) {
      moving = true;
      location.reload();
    }
  });
  const registration = await serviceWorker.register("/field/worker.js", { scope: "/field/", updateViaCache: "none" });
  const look = () => {
    if (!registration.waiting || !serviceWorker.controller) return;
    waiting = registration.waiting;
    for (const tell of listeners) tell();
  };
  look();
  registration.addEventListener("updatefound", () =>
    registration.installing?.addEventListener("statechange", () => look()),
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener("visibilitychange", () => {
    clearTimeout(timer);
    if (document.visibilityState === "hidden")
      timer = setTimeout(() => {
        if (busy === 0) applyUpdate();
      }, idleMs);
    else void registration.update().catch(() => undefined);
  });
}

/** Marks something that must not be broken off; call what it answers when it is over. */
export function keepBusy(): () => void {
  busy += 1;
  return () => void (busy -= 1);
}

/** Lets the new edition take over; the page loads anew with it. All drafts are on the disk at any time. */
export function applyUpdate(): void {
  waiting?.postMessage("take-over");
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether a new edition lies ready. */
export const useUpdate = (): boolean => useSyncExternalStore(subscribe, () => waiting !== undefined);
