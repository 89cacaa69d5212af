export { makeLiveHub, type LiveHub, type LiveMessage } from "./hub.ts";
export { liveRoutes } from "./routes.ts";
