export { drain, type Drain, type Pause, type Transport } from "./drain.ts";
export { waitBefore } from "./back-off.ts";
export { decide, type Decision } from "./decide.ts";
export {
  isOpen,
  needsPerson,
  type Answer,
  type Doing,
  type Done,
  type Entry,
  type EntryState,
  type QueuedFile,
} from "./entry.ts";
export { outcomeOf, type Outcome } from "./outcome.ts";
export { changeEntry, enqueue, entriesOf, forgetSent, removeEntry } from "./store.ts";
export { startSender, type Sender } from "./sender.ts";
export { transportOf } from "./transport.ts";
export type { Device } from "./wire.ts";
