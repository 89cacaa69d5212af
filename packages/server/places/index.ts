export { loadPlaces, makePlaces, type Area, type Cell, type Located, type Places } from "./places.ts";
export { placeRoutes } from "./routes.ts";
export { AreaFeature, saveAreas, saveCells } from "./save.ts";
