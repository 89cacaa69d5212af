import type { TimelineEntry } from "@xiuhua/server/api";

export interface Step {
  readonly entry: TimelineEntry;
  /** Where the case stood before this entry, and how long (milliseconds) since it came there; the first has none. */
  readonly waited?: { readonly state: string; readonly milliseconds: number };
}

/**
 * The timeline with what lay between: an entry that moves the case says how long the case had stood in the state it
 * leaves. An entry that leaves it where it is (a request, an urging) ends no wait.
 */
export function stepsOf(timeline: readonly TimelineEntry[]): Step[] {
  let since: number | undefined;
  return timeline.map((entry) => {
    const at = Date.parse(entry.at);
    const moved = entry.from !== entry.to;
    const waited =
      moved && entry.from !== undefined && since !== undefined
        ? { state: entry.from, milliseconds: at - since }
        : undefined;
    if (moved || since === undefined) since = at;
    return waited ? { entry, waited } : { entry };
  });
}
