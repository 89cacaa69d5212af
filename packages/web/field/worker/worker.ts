/// <reference lib="webworker" />
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { laterFiles } from "./later.ts";
import { pushMessages } from "./push.ts";

declare const self: ServiceWorkerGlobalScope;
/** Written by the build: the files of the app, each with its version. */
declare const __FILES__: PrecacheEntry[];

precacheAndRoute(__FILES__);
cleanupOutdatedCaches();
// Every address of the app is its one page.
registerRoute(new NavigationRoute(createHandlerBoundToURL("/field/index.html")));
laterFiles();
pushMessages();

self.addEventListener("message", ({ data }) => {
  // The page asks for it once nobody is in the middle of something.
  if (data === "take-over") void self.skipWaiting();
});
