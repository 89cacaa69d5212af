export { OutboxProvider, useOutbox, useOutgoing } from "./context.ts";
export { openOutbox, type Outbox, type Outgoing } from "./outbox.ts";
