import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { readMap, writeMap, type MapState } from "./map-state.ts";

export type MapChange = Partial<MapState>;

/** The map in the address, and the way to change parts of it (`undefined` takes a part out). */
export function useMapState() {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => readMap(params), [params]);
  const change = useCallback(
    // Where one looks is no page of its own: going back leaves the map, not the last hundred moves.
    (part: MapChange) => setParams((old) => writeMap({ ...readMap(old), ...part }), { replace: part.at !== undefined }),
    [setParams],
  );
  return { state, change };
}
