import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { boldFont, plainFont, type Ink } from "../../../shared/map/index.ts";
import type { Language } from "../../../shared/words/index.ts";
import { ringParts } from "./icons.ts";
import { lightNow } from "./lights.ts";

const cases = { source: "cases", "source-layer": "cases" } as const;
/** From here on single cases say in which state they stand. */
const statesFrom = 15;

/** What can be clicked. */
export const pointLayerIds = ["case-clusters", "case-points"];

/** How much of the ring; what is there at all shows at least a little. */
function share(name: string): ExpressionSpecification {
  const part: ExpressionSpecification = ["round", ["*", ringParts, ["/", ["get", name], ["get", "count"]]]];
  return ["to-string", ["case", [">", ["get", name], 0], ["max", 1, part], 0]];
}

const ringName: ExpressionSpecification = [
  "concat",
  "ring/",
  share("red"),
  "/",
  share("yellow"),
  "/",
  share("green"),
  "/",
  share("idle"),
  "/",
  ["to-string", ["step", ["get", "count"], 0, 10, 1, 100, 2, 1000, 3]],
];

/** 12,345 takes no more room than 999: 1.2万, 12k. */
function countText(language: Language): ExpressionSpecification {
  const [unit, name] = language === "zh" ? [10_000, "万"] : [1_000, "k"];
  const count: ExpressionSpecification = ["get", "count"];
  const tenths: ExpressionSpecification = ["/", ["round", ["/", count, unit / 10]], 10];
  return ["case", [">=", count, unit], ["concat", ["to-string", tenths], name], ["to-string", count]];
}

/** @param states what each state is called: `["city-case/handling", "处置中"]` */
export function pointLayers(
  ink: Ink,
  language: Language,
  states: readonly (readonly [key: string, name: string])[],
  now: number,
): LayerSpecification[] {
  return [
    {
      id: "case-points",
      type: "symbol",
      ...cases,
      filter: ["has", "no"],
      layout: {
        "icon-image": pointIcon(now),
        "icon-allow-overlap": true,
        // The latest on top of all.
        "symbol-sort-key": ["match", lightNow(now), "red", 4, "yellow", 3, "green", 2, "idle", 1, 0],
      },
    },
    {
      id: "case-states",
      type: "symbol",
      ...cases,
      minzoom: statesFrom,
      filter: ["has", "no"],
      layout: {
        "text-field": stateText(states),
        "text-font": plainFont,
        "text-size": 11,
        "text-anchor": "left",
        "text-offset": [0.95, 0],
      },
      paint: { "text-color": ink.text, "text-halo-color": ink.halo, "text-halo-width": 1.5 },
    },
    {
      id: "case-clusters",
      type: "symbol",
      ...cases,
      filter: ["has", "count"],
      layout: {
        "icon-image": ringName,
        "icon-allow-overlap": true,
        "text-field": countText(language),
        "text-font": boldFont,
        "text-size": 12,
        "text-allow-overlap": true,
        "symbol-sort-key": ["get", "count"],
      },
      paint: { "text-color": ink.text },
    },
  ];
}

export const pointIcon = (now: number): ExpressionSpecification => ["concat", "lamp/", lightNow(now)];

function stateText(states: readonly (readonly [string, string])[]): ExpressionSpecification | string {
  const [first, ...others] = states;
  if (!first) return "";
  const key: ExpressionSpecification = ["concat", ["get", "procedure"], "/", ["get", "state"]];
  return ["match", key, first[0], first[1], ...others.flat(), ""];
}
