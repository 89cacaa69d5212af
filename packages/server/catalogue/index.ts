export { shippedCatalogue } from "./catalogue.ts";
export { catalogueRoutes } from "./routes.ts";
