export { makePhrases, seedPhrases, type CityPhrase } from "./phrases.ts";
export { deskRoutes, type DeskServices } from "./routes.ts";
