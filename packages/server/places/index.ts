export type { Area } from "./areas.ts";
export type { Cell } from "./cells.ts";
export { loadPlaces, makePlaces, type Located, type Places } from "./places.ts";
export { placeRoutes } from "./routes.ts";
export { AreaFeature, saveAreas, saveCells } from "./save.ts";
export * from "./gazetteer/index.ts";
export { convert, datums, middleOf, NetworkProblem, networkOf, readNetwork, type Datum } from "./network/index.ts";
