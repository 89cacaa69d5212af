export { makeLinks, type Links } from "./links.ts";
export { linkRoutes } from "./routes.ts";
