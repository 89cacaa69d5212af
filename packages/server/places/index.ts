export type { Area } from "./areas.ts";
export type { Cell } from "./cells.ts";
export { loadPlaces, makePlaces, type Located, type Places } from "./places.ts";
export { makeLivePlaces, type LivePlaces } from "./live.ts";
export type { ResponsibilityGrid } from "./grids.ts";
export { placeRoutes } from "./routes.ts";
export { saveAreas, saveCells } from "./save.ts";
export * from "./gazetteer/index.ts";
export {
  convert,
  datums,
  datumWords,
  jsonFeatures,
  middleOf,
  middleOfLine,
  NetworkProblem,
  networkOf,
  openSource,
  readNetwork,
  readShape,
  ShapeError,
  suspectPoints,
  type Datum,
  type Standing,
} from "./network/index.ts";
export * from "./register/index.ts";
export { encodings, type Encoding } from "./shapefile/index.ts";
export * from "./grid/index.ts";
