export { AlarmBar } from "./alarm/index.ts";
export { openPatrol, type Patrol } from "./open-patrol.ts";
export { PatrolPage } from "./patrol-page.tsx";
export { PatrolProvider } from "./patrol-provider.tsx";
