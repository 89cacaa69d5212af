import type { Map as GlMap, MapLayerMouseEvent } from "maplibre-gl";
import { useEffect, useEffectEvent } from "react";
import type { Alarm, FieldPerson, FieldTrack } from "@xiuhua/server/api";
import { inkOf } from "../../../shared/map/index.ts";
import { useDark } from "../../../shared/theme/index.ts";
import { cityTime, useNow } from "../../../shared/time/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { alarmFeatures, peopleFeatures, peopleLayers } from "./people-layers.ts";
import { trackFeatures } from "./track-features.ts";
import { trackLayers } from "./track-layers.ts";
import { useSource } from "./use-source.ts";

export interface Street {
  readonly people: readonly FieldPerson[] | undefined;
  readonly alarms: readonly Alarm[] | undefined;
  readonly track: FieldTrack | undefined;
  readonly chosen: string | undefined;
  readonly onChoose: (person: string) => void;
}

/** Draws who is outside, where alarms came from, and one person's day; a click chooses a person. */
export function useStreet(map: GlMap | undefined, { people = [], alarms = [], track, chosen, onChoose }: Street): void {
  const ink = inkOf(useDark());
  const say = useSay();
  const now = useNow();
  const alarmInk = getComputedStyle(document.documentElement).getPropertyValue("--light-red").trim();
  const clock = (at: string) => cityTime(at).format("HH:mm");
  // One after the other: the track lies below the people.
  useSource(map, "street-track", trackFeatures(track, clock), trackLayers(ink));
  const layers = peopleLayers(ink, alarmInk);
  useSource(map, "street-alarms", alarmFeatures(alarms), layers.slice(0, 1));
  useSource(
    map,
    "street-people",
    peopleFeatures(people, alarms, chosen, ({ person }) => say(person.name), now),
    layers.slice(1),
  );
  const clicked = useEffectEvent(({ features }: MapLayerMouseEvent) => {
    const id: unknown = features?.[0]?.properties["id"];
    if (typeof id === "string") onChoose(id);
  });
  useEffect(() => {
    if (!map) return undefined;
    const click = (event: MapLayerMouseEvent) => clicked(event);
    const over = () => void (map.getCanvas().style.cursor = "pointer");
    const out = () => void (map.getCanvas().style.cursor = "");
    map.on("click", "street-people", click);
    map.on("mouseenter", "street-people", over);
    map.on("mouseleave", "street-people", out);
    return () => {
      map.off("click", "street-people", click);
      map.off("mouseenter", "street-people", over);
      map.off("mouseleave", "street-people", out);
    };
  }, [map]);
}
