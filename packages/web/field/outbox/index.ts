export { OutboxProvider, useOutbox, useOutgoing } from "./context.ts";
export { SavedSheet } from "./saved-sheet.tsx";
export { openOutbox, type Outbox, type Outgoing } from "./outbox.ts";
