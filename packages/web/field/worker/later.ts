/// <reference lib="webworker" />
import { registerRoute } from "workbox-routing";

declare const self: ServiceWorkerGlobalScope;

const name = "xiuhua-field-later";

/** Parts that only some need (the big map) are kept once they were loaded. Their names bear their version. */
export function laterFiles(): void {
  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith("/assets/"),
    async ({ request }) => {
      const cache = await caches.open(name);
      const kept = await cache.match(request);
      if (kept) return kept;
      const answer = await fetch(request);
      if (answer.ok) await cache.put(request, answer.clone());
      return answer;
    },
  );
  // A new edition brings new ones.
  self.addEventListener("activate", (event) => event.waitUntil(caches.delete(name)));
}
