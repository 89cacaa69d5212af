/** What goes over the wire, as schemas. The web takes the types, the routes take the schemas. */
export * from "./common.ts";
export * from "./people.ts";
export * from "./evidence.ts";
export * from "./device.ts";
export * from "./catalogue.ts";
export * from "./cases.ts";
export * from "./map.ts";
export * from "./field.ts";
export * from "./grids.ts";
export * from "./places.ts";
export * from "./components.ts";
export * from "./duplicates.ts";
export * from "./responsibility.ts";
export * from "./ledgers.ts";
export * from "./pledges.ts";
export * from "./links.ts";
export * from "./public.ts";
