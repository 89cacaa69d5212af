export { makeComponents, type Components } from "./components.ts";
export { importComponents, type ComponentCounts } from "./import-components.ts";
export { componentSettings } from "./settings.ts";
export { componentRoutes } from "./routes.ts";
export { saveComponents, type Wanted } from "./save.ts";
export { componentsIn } from "./queries.ts";
