export { durable, openFieldDatabase, type FieldDatabase, type View } from "./database.ts";
export { readSetting, writeSetting } from "./settings.ts";
export { sweepBlobs } from "./sweep.ts";
