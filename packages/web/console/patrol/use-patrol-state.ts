import { useSearchParams } from "react-router";
import { cityTime, useNow } from "../../shared/time/index.ts";

export const tabs = ["people", "coverage", "alarms", "words"] as const;
export type Tab = (typeof tabs)[number];

export interface PatrolState {
  readonly tab: Tab;
  /** Whose track is shown. */
  readonly person?: string | undefined;
  readonly alarm?: string | undefined;
  /** `2026-03-02`, of the track and of the coverage. */
  readonly day: string;
  readonly area?: string | undefined;
}

/** What the page shows stands in its address: it can be sent to a colleague, and outlives a reload. */
export function usePatrolState() {
  const [params, setParams] = useSearchParams();
  const today = cityTime(useNow()).format("YYYY-MM-DD");
  const value = (name: string) => params.get(name) ?? undefined;
  const day = value("day");
  const state: PatrolState = {
    tab: tabs.find((tab) => tab === value("tab")) ?? "people",
    person: value("person"),
    alarm: value("alarm"),
    day: day !== undefined && /^\d{4}-\d\d-\d\d$/u.test(day) ? day : today,
    area: value("area"),
  };
  const change = (next: Partial<PatrolState>): void =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, one] of Object.entries(next))
          if (one === undefined || (name === "day" && one === today)) after.delete(name);
          else after.set(name, one);
        return after;
      },
      { replace: true },
    );
  return { state, change, today };
}
