export { spelt } from "./pinyin.ts";
export { loadCatalogue, type Catalogue, type CatalogueClass, type CatalogueProblems } from "./load.ts";
export type { CatalogueType, Criterion, Kind } from "./type.ts";
export type { Confidence } from "./schema.ts";
export {
  areasOf,
  caseNumber,
  isCode,
  isWithin,
  nationalPatterns,
  readCaseNumber,
  readComponentCode,
  shortArea,
  type CodeKind,
  type CodePatterns,
} from "./codes.ts";
