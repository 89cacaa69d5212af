import { durable, type FieldDatabase } from "../../store/index.ts";
import type { Mark } from "./mark.ts";

const day = 24 * 3_600_000;
/** What is older is not taken by the server any more. */
const oldest = 7 * day;

/** One person's marks in order of time. */
export async function marksOf(db: FieldDatabase, person: string): Promise<Mark[]> {
  const marks = await db.getAllFromIndex("trail", "person", person);
  return marks.toSorted((one, other) => one.at - other.at);
}

/** Keeps a mark; answers whether it is new. On the disk once it resolves. */
export async function addMark(db: FieldDatabase, mark: Mark): Promise<boolean> {
  const tx = db.transaction("trail", "readwrite", durable);
  const known = await tx.store.getKey(mark.key);
  if (known === undefined) await tx.store.put(mark);
  await tx.done;
  return known === undefined;
}

/** Marks stay for a day after they were sent, so that the person sees where they walked. */
export async function markSent(db: FieldDatabase, marks: readonly Mark[]): Promise<void> {
  const tx = db.transaction("trail", "readwrite", durable);
  await Promise.all([...marks.map((mark) => tx.store.put({ ...mark, sent: true })), tx.done]);
}

/** Forgets what was sent a day ago, and what nobody takes any more. */
export async function forgetMarks(db: FieldDatabase, now: number): Promise<void> {
  const tx = db.transaction("trail", "readwrite");
  const marks = await tx.store.getAll();
  const old = marks.filter(({ at, sent }) => at < now - (sent ? day : oldest));
  await Promise.all([...old.map(({ key }) => tx.store.delete(key)), tx.done]);
}
