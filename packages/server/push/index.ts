export { makePush, type Push, type PushOptions } from "./push.ts";
export { queuePush, type QueuedPush } from "./queue.ts";
export { pushRoutes } from "./routes.ts";
export type { SendPush, Sent } from "./send.ts";
