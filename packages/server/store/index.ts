export type { Database, Queryable, StoreLog, Transaction } from "./database.ts";
export { CannotConnect, DatabaseTooNew, FolderInUse, sqlState } from "./errors.ts";
export { lockFolder, type FolderLock } from "./folder-lock.ts";
export { migrate } from "./migrate.ts";
export { migrations, type Migration } from "./migrations/index.ts";
export { openEmbedded, type Embedded } from "./embedded.ts";
export { openDatabase, type DatabaseOptions } from "./open.ts";
export { json, type JsonText, type Parameter } from "./parameters.ts";
export { sql, type Sql } from "./sql.ts";
