export { makeLedgers, stateOf, type LedgerFile, type LedgerResult, type Ledgers, type ReadLedger } from "./ledgers.ts";
export { reportOf } from "./report.ts";
export { ledgerRoutes } from "./routes.ts";
export { columnOf as letterColumn } from "./sheet/index.ts";
