import type { LiveCase } from "@xiuhua/server/api";

export interface StreamEvents {
  onCase(news: LiveCase): void;
  /** There is something new among the reader's notices. */
  onNews(): void;
  /** Somebody moved in the street over whom the reader watches. */
  onStreet(): void;
  /** True once messages flow again after a cut. */
  onState(online: boolean, again: boolean): void;
}

const longestWait = 30_000;

/** Milliseconds before the next attempt: doubling from one second, with jitter so that a restart is not a stampede. */
export function backOff(attempt: number, random: () => number): number {
  const wait = Math.min(longestWait, 1000 * 2 ** attempt);
  return Math.round(wait / 2 + (wait / 2) * random());
}

/** Listens to `GET /live` until told to stop. */
export function listen(events: StreamEvents): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let cut = false;

  const open = () => {
    source = new EventSource("/api/live");
    source.addEventListener("open", () => {
      attempt = 0;
      events.onState(true, cut);
      cut = false;
    });
    source.addEventListener("case", (event) => {
      const news = readNews(event.data);
      if (news) events.onCase(news);
    });
    source.addEventListener("news", () => events.onNews());
    source.addEventListener("street", () => events.onStreet());
    source.addEventListener("error", () => {
      // The browser retries by itself only on some errors, and without back-off: do it here for all.
      source?.close();
      cut = true;
      events.onState(false, false);
      timer = setTimeout(open, backOff(attempt, Math.random));
      attempt += 1;
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

export function readNews(data: unknown): LiveCase | undefined {
  if (typeof data !== "string") return undefined;
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return undefined;
  }
  return isNews(value) ? { no: value.no, seq: value.seq, state: value.state } : undefined;
}

function isNews(value: unknown): value is LiveCase {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof Reflect.get(value, "no") === "string" &&
    typeof Reflect.get(value, "seq") === "number" &&
    typeof Reflect.get(value, "state") === "string"
  );
}
