export { mapRoutes, type MapOptions } from "./routes.ts";
