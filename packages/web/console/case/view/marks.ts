import type { CaseDetail } from "@xiuhua/server/api";

const appeals = ["asked", "reviewed", "upheld", "dismissed"] as const;

/** The facts of a case that the header marks, read from what the procedure stored; another procedure has none. */
export interface Marks {
  readonly urgedUntil?: string;
  readonly urged: boolean;
  readonly holdUntil?: string;
  readonly short: boolean;
  readonly forced: boolean;
  readonly reworks: number;
  readonly appeal?: (typeof appeals)[number];
}

export function marksOf({ facts, timeline }: Pick<CaseDetail, "facts" | "timeline">): Marks {
  const instant = (name: string) => {
    const value = facts[name];
    return typeof value === "number" ? new Date(value).toISOString() : undefined;
  };
  const urgedUntil = instant("urgedUntil");
  const holdUntil = instant("holdUntil");
  const reworks = facts["reworks"];
  const appeal = appeals.find((one) => one === facts["appeal"]);
  return {
    urged: urgedUntil !== undefined || timeline.some((entry) => entry.action === "urge"),
    short: facts["short"] === true,
    forced: facts["forced"] === true,
    reworks: typeof reworks === "number" ? reworks : 0,
    ...(urgedUntil === undefined ? {} : { urgedUntil }),
    ...(holdUntil === undefined ? {} : { holdUntil }),
    ...(appeal === undefined ? {} : { appeal }),
  };
}
