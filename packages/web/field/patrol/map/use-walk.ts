import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { FieldTrack } from "@xiuhua/server/api";
import { get } from "../../../shared/api/index.ts";
import { cityTime, useNow } from "../../../shared/time/index.ts";
import { kept } from "../../kept/index.ts";
import { fieldMeQuery } from "../../online/index.ts";
import { usePack } from "../../pack/index.ts";
import { useTrailState } from "../duty/index.ts";
import { cellsUnder, pointsOf, type TrackPoint } from "./track.ts";

/** Where I walked today, as far as the server knows. */
export const ownTrackQuery = queryOptions({
  queryKey: ["field", "track"],
  queryFn: ({ signal }) => get<FieldTrack>("/field/tracks", undefined, signal),
  staleTime: 60_000,
  meta: kept,
});

export interface Walk {
  readonly points: readonly TrackPoint[];
  /** My own grid. */
  readonly own: ReadonlySet<string>;
  readonly walked: ReadonlySet<string>;
  /** Of my own grid. */
  readonly covered: number;
  readonly metres: number;
}

const dayOf = (at: number): string => cityTime(at).format("YYYY-MM-DD");

/** What was walked today: the server's word, and what lies on this phone yet. */
export function useWalk(): Walk {
  const { marks } = useTrailState();
  const { data: me } = useQuery(fieldMeQuery);
  const { data: track } = useQuery(ownTrackQuery);
  const pack = usePack();
  const today = dayOf(useNow());
  return useMemo(() => {
    const points = pointsOf(track, marks, (at) => dayOf(at) === today);
    const told = me?.coverage.day === today ? me.coverage : undefined;
    const own = new Set(me?.cells);
    const steps = marks.flatMap((mark) => (mark.kind === "step" && !mark.sent ? [mark.position] : []));
    const walked = new Set([...(told?.cells.map(({ cell }) => cell) ?? []), ...cellsUnder(steps, pack?.cells ?? [])]);
    return {
      points,
      own,
      walked,
      covered: [...own].filter((cell) => walked.has(cell)).length,
      metres: told?.metres ?? 0,
    };
  }, [track, marks, me, pack, today]);
}
