export { mapRoutes, type MapOptions } from "./routes.ts";
export type { NamedThings } from "./base-tile.ts";
