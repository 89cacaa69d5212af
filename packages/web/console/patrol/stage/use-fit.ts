import type { Map as GlMap } from "maplibre-gl";
import { useEffect, useEffectEvent } from "react";
import type { FieldTrack } from "@xiuhua/server/api";

/** Shows the whole of a track when it is chosen; as it grows the map stays where the reader moved it. */
export function useFit(map: GlMap | undefined, track: FieldTrack | undefined): void {
  const shown = track && track.points.length > 0 ? `${track.person.id} ${track.day}` : undefined;
  const fit = useEffectEvent(() => {
    const lngs = (track?.points ?? []).map(({ lng }) => lng);
    const lats = (track?.points ?? []).map(({ lat }) => lat);
    map?.fitBounds([Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)], {
      padding: { top: 80, right: 80, bottom: 240, left: 80 },
      maxZoom: 16.5,
    });
  });
  useEffect(() => {
    if (map && shown !== undefined) fit();
  }, [map, shown]);
}
