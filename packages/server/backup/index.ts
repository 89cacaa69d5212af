export { backUp, type Manifest } from "./backup.ts";
export { restore } from "./restore.ts";
export { BackupProblem } from "./problem.ts";
