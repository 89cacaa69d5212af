import { createContext, use, useSyncExternalStore } from "react";
import type { AlarmState, OwnAlarms } from "./own-alarm.ts";

const Context = createContext<OwnAlarms | undefined>(undefined);

export const AlarmProvider = Context.Provider;

export function useOwnAlarms(): OwnAlarms {
  const alarms = use(Context);
  if (!alarms) throw new Error("There is no alarm above this screen");
  return alarms;
}

export function useAlarmState(): AlarmState {
  const alarms = useOwnAlarms();
  return useSyncExternalStore(alarms.subscribe, alarms.get);
}
