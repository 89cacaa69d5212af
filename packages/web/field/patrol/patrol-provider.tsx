import type { ReactNode } from "react";
import { AlarmProvider } from "./alarm/index.ts";
import { Recorder, TrailProvider } from "./duty/index.ts";
import type { Patrol } from "./open-patrol.ts";

/** Notes the way and carries the alarm, whichever screen is open. */
export function PatrolProvider({ value, children }: { value: Patrol; children: ReactNode }) {
  return (
    <TrailProvider value={value.trail}>
      <AlarmProvider value={value.alarms}>
        <Recorder />
        {children}
      </AlarmProvider>
    </TrailProvider>
  );
}
