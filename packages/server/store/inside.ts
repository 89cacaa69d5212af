import { AsyncLocalStorage } from "node:async_hooks";
import type { Transaction } from "./database.ts";
import type { Sql } from "./sql.ts";

/** Which transaction, if any, the running code is in. */
const current = new AsyncLocalStorage<{ owner: object; open: boolean }>();

/**
 * Runs the body of a transaction so that {@link refuseInside} can recognise it, and so that a handle that is kept is
 * of no use afterwards: its statements would run in somebody else's transaction.
 */
export async function inside<T>(owner: object, tx: Transaction, run: (tx: Transaction) => Promise<T>): Promise<T> {
  const mark = { owner, open: true };
  let last: Promise<unknown> = Promise.resolve();
  // One after the other: a connection takes one statement at a time, and `pg` will stop queueing for us.
  const next = <R>(statement: () => Promise<R>): Promise<R> => {
    const result = last.then(() => {
      if (!mark.open) throw new Error("This transaction is over");
      return statement();
    });
    last = result.catch(() => {});
    return result;
  };
  try {
    return await current.run(mark, () =>
      run({
        query: <Row>(statement: Sql) => next(() => tx.query<Row>(statement)),
        script: (text) => next(() => tx.script(text)),
      }),
    );
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

/**
 * PostgreSQL answers the COMMIT of a transaction in which a statement failed with a quiet ROLLBACK.
 * @param done what the commit says it did
 */
export function refuseQuietRollback(done: string): void {
  if (done !== "COMMIT") throw new Error("A statement of this transaction failed, so nothing of it was written");
}
