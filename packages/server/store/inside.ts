import { AsyncLocalStorage } from "node:async_hooks";

/** Which transaction, if any, the running code is in. */
const current = new AsyncLocalStorage<{ owner: object; open: boolean }>();

/** Runs the body of a transaction so that {@link refuseInside} can recognise it. */
export async function inside<T>(owner: object, run: () => Promise<T>): Promise<T> {
  const mark = { owner, open: true };
  try {
    return await current.run(mark, run);
  } finally {
    mark.open = false;
  }
}

/**
 * Refuses a statement on the database itself from inside one of its transactions. On the embedded database it would
 * wait for ever for the one connection its own transaction holds; on a server it would see the state before the
 * transaction and, with the pool used up, hang as well.
 */
export function refuseInside(owner: object): void {
  const mark = current.getStore();
  if (mark?.owner === owner && mark.open) {
    throw new Error("Inside a transaction use its own handle (tx), not the database");
  }
}
