import { useMemo } from "react";
import type { CaseSummary } from "@xiuhua/server/api";
import { useNow } from "../../shared/time/index.ts";
import type { Point } from "../pack/index.ts";
import { metresOf, routeThrough } from "./route.ts";
import { forToday } from "./today.ts";

/** How often a way is thought over while one walks, in milliseconds (our own choice). */
const every = 5 * 60_000;

/** About a hundred metres: a position that trembles must not turn the way round under the thumb. */
const near = (degrees: number | undefined): number | undefined =>
  degrees === undefined ? undefined : Math.round(degrees * 1000) / 1000;

/** A way through today's tasks. */
export function useWay(tasks: readonly CaseSummary[], here: Point | undefined) {
  const slot = Math.floor(useNow() / every);
  const [lng, lat] = [near(here?.lng), near(here?.lat)];
  return useMemo(() => {
    const now = slot * every;
    const chosen = forToday(tasks, now);
    const stops = chosen.tasks.flatMap((task) =>
      task.place
        ? [
            {
              id: task.no,
              point: task.place,
              task,
              ...(task.dueAt === undefined ? {} : { dueAt: Date.parse(task.dueAt) }),
            },
          ]
        : [],
    );
    const start = lng === undefined || lat === undefined ? undefined : { lng, lat };
    const way = routeThrough(start, stops, now);
    return {
      today: chosen.today,
      stops: way,
      metres: metresOf(start, way),
      /** Those that lie nowhere, and those that are not due today. */
      unplaced: chosen.tasks.length - way.length,
      later: tasks.length - chosen.tasks.length,
    };
  }, [tasks, lng, lat, slot]);
}
