export { enterpriseRoutes } from "./routes.ts";
