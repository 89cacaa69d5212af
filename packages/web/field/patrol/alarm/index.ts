export { AlarmBar } from "./alarm-bar.tsx";
export { AlarmButton } from "./alarm-button.tsx";
export { AlarmProvider } from "./context.ts";
export { openAlarms, type OwnAlarms } from "./own-alarm.ts";
