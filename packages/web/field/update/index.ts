export { UpdateBar } from "./update-bar.tsx";
export { keepBusy, startUpdates } from "./updates.ts";
