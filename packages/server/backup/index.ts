export { backUp, type Manifest } from "./backup.ts";
export { restore } from "./restore.ts";
