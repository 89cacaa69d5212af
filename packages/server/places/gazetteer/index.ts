export { makeLiveGazetteer, type InForce, type LiveGazetteer } from "./live.ts";
export { listVersions, readPointer, readVersion, saveVersion, useVersion, type NewVersion } from "./versions.ts";
export { loadRoads, type Loaded, type LoadOptions } from "./load-roads.ts";
export { gazetteerRoutes } from "./routes.ts";
