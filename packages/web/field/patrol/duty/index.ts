export { TrailProvider, useTrail, useTrailState } from "./context.ts";
export { DutyCard } from "./duty-card.tsx";
export { Recorder } from "./recorder.tsx";
export { useDuty, type OnDuty } from "./use-duty.ts";
