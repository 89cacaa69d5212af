export { mapRoutes, type MapOptions } from "./routes.ts";
export { mapSettings, outsideHosts } from "./settings.ts";
