export { makeDuplicates } from "./duplicates.ts";
export { duplicateRoutes } from "./routes.ts";
export { duplicateSettings } from "./settings.ts";
