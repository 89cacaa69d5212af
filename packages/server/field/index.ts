export { makeField, type Field, type FieldOptions } from "./field.ts";
export { fieldRoutes } from "./routes.ts";
