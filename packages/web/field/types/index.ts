export { TypeSheet } from "./type-sheet.tsx";
export { typesInWords, type PackType } from "./types.ts";
export { catalogueQuery, useTypes } from "./use-types.ts";
