export { changes, concerning, useChanges, type Changes } from "./changes.ts";
export { LivePill } from "./live-pill.tsx";
export { useLive } from "./use-live.ts";
