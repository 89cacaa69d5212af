import { hashKey } from "@tanstack/react-query";
import type { Outbox } from "../outbox/index.ts";
import { isBehind, keepTasks, type Keeping } from "./keeper.ts";
import { tasksQuery } from "./queries.ts";

/** How often an app that is being looked at asks for news (our own choice); a push comes sooner. */
const every = 60_000;

const tasksHash = hashKey(tasksQuery.queryKey);

/** Keeps the tasks on the phone fresh for as long as somebody is logged in. */
export function startKeeper(keeping: Keeping & { readonly outbox: Outbox }): () => void {
  let running = false;
  let again = false;
  let stopped = false;
  const run = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    for (again = true; again && !stopped;) {
      again = false;
      // No network, or nobody logged in: next time.
      await keepTasks(keeping).catch(() => undefined);
    }
    running = false;
  };
  const seen = () => document.visibilityState === "visible" && void run();
  const sent = () => keeping.outbox.get().entries.filter(({ state }) => state === "sent").length;
  let before = sent();
  const stopListening = keeping.outbox.subscribe(() => {
    // What arrived has changed what waits.
    if (sent() > before) void run();
    before = sent();
  });
  // A push, or a screen, has fetched the list anew: what is new on it is wanted here as well.
  const stopWatching = keeping.client.getQueryCache().subscribe(({ type, query }) => {
    if (type === "updated" && !running && hashKey(query.queryKey) === tasksHash && isBehind(keeping)) void run();
  });
  const timer = setInterval(seen, every);
  addEventListener("online", seen);
  document.addEventListener("visibilitychange", seen);
  void run();
  return () => {
    stopped = true;
    clearInterval(timer);
    removeEventListener("online", seen);
    document.removeEventListener("visibilitychange", seen);
    stopListening();
    stopWatching();
  };
}
