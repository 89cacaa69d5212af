import type { FeatureCollection } from "geojson";
import type { LayerSpecification } from "maplibre-gl";
import type { Alarm, FieldPerson } from "@xiuhua/server/api";
import { boldFont, type Ink } from "../../../shared/map/index.ts";

/** A position that is older says where somebody was, not where they are (our own choice). */
const staleMs = 10 * 60_000;

/** Everybody who told where they are, as the map takes them. */
export function peopleFeatures(
  people: readonly FieldPerson[],
  alarms: readonly Alarm[],
  chosen: string | undefined,
  name: (person: FieldPerson) => string,
  now: number,
): FeatureCollection {
  const inNeed = new Set(alarms.filter(({ answeredAt }) => answeredAt === undefined).map(({ person }) => person.id));
  return {
    type: "FeatureCollection",
    features: people.flatMap((one) =>
      one.position === undefined
        ? []
        : [
            {
              type: "Feature" as const,
              geometry: { type: "Point" as const, coordinates: [one.position.lng, one.position.lat] },
              properties: {
                id: one.person.id,
                name: name(one),
                role: one.role,
                chosen: one.person.id === chosen,
                stale: now - Date.parse(one.position.at) > staleMs,
                inNeed: inNeed.has(one.person.id),
              },
            },
          ],
    ),
  };
}

/** Where alarms that nobody has answered came from. */
export const alarmFeatures = (alarms: readonly Alarm[]): FeatureCollection => ({
  type: "FeatureCollection",
  features: alarms.flatMap(({ position, answeredAt }) =>
    position === undefined || answeredAt !== undefined
      ? []
      : [
          {
            type: "Feature" as const,
            geometry: { type: "Point" as const, coordinates: [position.lng, position.lat] },
            properties: {},
          },
        ],
  ),
});

/** Collectors are filled, handlers are rings, others are dark: told apart without green, yellow and red, which mean time. */
export function peopleLayers(ink: Ink, alarmInk: string): LayerSpecification[] {
  return [
    {
      id: "street-alarms",
      type: "circle",
      source: "street-alarms",
      paint: {
        "circle-radius": 20,
        "circle-color": alarmInk,
        "circle-opacity": 0.22,
        "circle-stroke-color": alarmInk,
        "circle-stroke-width": 3,
      },
    },
    {
      id: "street-people",
      type: "circle",
      source: "street-people",
      paint: {
        "circle-radius": ["case", ["get", "chosen"], 10, 7],
        "circle-color": ["match", ["get", "role"], "collector", ink.own, "handler", ink.halo, ink.softText],
        "circle-opacity": ["case", ["get", "stale"], 0.45, 1],
        "circle-stroke-color": ["match", ["get", "role"], "handler", ink.own, ink.halo],
        "circle-stroke-width": ["match", ["get", "role"], "handler", 4, 2],
        "circle-stroke-opacity": ["case", ["get", "stale"], 0.45, 1],
      },
    },
    {
      id: "street-names",
      type: "symbol",
      source: "street-people",
      layout: {
        "text-field": ["get", "name"],
        "text-font": boldFont,
        "text-size": 12,
        "text-anchor": "left",
        "text-offset": [1, 0],
        "text-optional": true,
      },
      paint: {
        "text-color": ["case", ["get", "inNeed"], alarmInk, ink.text],
        "text-halo-color": ink.halo,
        "text-halo-width": 1.6,
        "text-opacity": ["case", ["get", "stale"], 0.6, 1],
      },
    },
  ];
}
