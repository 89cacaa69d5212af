export { importCases, type ImportOptions, type ImportResult } from "./import-cases.ts";
export type { ImportCounts } from "./counts.ts";
export type { Encoding } from "./decode.ts";
export { ImportError } from "./errors.ts";
export { MappingSchema, type Mapping } from "./mapping.ts";
export { parseMapping, readMapping } from "./load-mapping.ts";
