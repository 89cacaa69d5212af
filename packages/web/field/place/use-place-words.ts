import { queryOptions, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { FieldPack, PlaceDescription } from "@xiuhua/server/api";
import { get } from "../../shared/api/index.ts";
import type { Point } from "../pack/index.ts";
import { gazetteerOf } from "./roads.ts";

type Describe = (point: Point) => string | undefined;

/** One pack's words for places, made once: it puts a district's roads into order. */
let made: { readonly madeAt: string; readonly describe: Promise<Describe> } | undefined;

function describer(pack: FieldPack): Promise<Describe> | undefined {
  const data = gazetteerOf(pack);
  if (!data) return undefined;
  if (made?.madeAt !== pack.madeAt)
    made = {
      madeAt: pack.madeAt,
      // A part of its own: whoever never reports does not load it.
      describe: import("@xiuhua/core/place").then(({ makeGazetteer }) => {
        const gazetteer = makeGazetteer(data);
        return ({ lng, lat }) => gazetteer.describe([lng, lat], { most: 1 })[0]?.text;
      }),
    };
  return made.describe;
}

/** Rounded to about ten metres: a position that trembles does not ask again. */
const near = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;

/** The same from the server, for a phone that has no roads of its own. */
const describeQuery = (point: Point | undefined) =>
  queryOptions({
    queryKey: ["places", "describe", point && near(point.lng), point && near(point.lat)],
    queryFn: ({ signal }) =>
      get<PlaceDescription>("/places/describe", { lng: point?.lng ?? 0, lat: point?.lat ?? 0 }, signal),
    staleTime: Infinity,
    retry: false,
  });

/** What a local would say of a point; nothing where nobody knows roads near it. */
export function usePlaceWords(pack: FieldPack | undefined, point: Point | undefined): string | undefined {
  const [words, setWords] = useState<string>();
  const own = gazetteerOf(pack) !== undefined;
  const { data } = useQuery({ ...describeQuery(point), enabled: point !== undefined && !own });
  const { lng, lat } = point ?? {};
  useEffect(() => {
    if (!pack || lng === undefined || lat === undefined) return undefined;
    let gone = false;
    void describer(pack)?.then((describe) => !gone && setWords(describe({ lng, lat })));
    return () => {
      gone = true;
    };
  }, [pack, lng, lat]);
  return own ? words : (data?.text ?? undefined);
}
