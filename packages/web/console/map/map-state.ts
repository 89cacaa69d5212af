import type { CaseTileQuery } from "@xiuhua/server/api";
import { cityInstant, cityTime } from "../../shared/time/index.ts";
import { readFilter, writeFilter, type ListFilter } from "../cases/filter/list-filter.ts";
import dayjs from "dayjs";

/** What the map shows; the whole of it stands in the address, so every map is a link. */
export interface MapState {
  readonly view: "points" | "heat";
  readonly open: "open" | "closed" | "both";
  readonly filter: Pick<ListFilter, "state" | "colour" | "type" | "department" | "area">;
  /** First and last month of opening in the city, both included: `2026-01`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** What was drawn: `west,south,east,north`, or `lng,lat,…`. */
  readonly shape?: Shape | undefined;
  /** Where it looks. */
  readonly at?: Camera | undefined;
  /** A place that was searched for. */
  readonly place?: FoundPlace | undefined;
}

export type Shape = { readonly kind: "box" | "polygon"; readonly text: string };

export interface Camera {
  readonly zoom: number;
  readonly lng: number;
  readonly lat: number;
}

/** Where words led to: `radius` metres about it. */
export interface FoundPlace {
  readonly lng: number;
  readonly lat: number;
  readonly radius: number;
  readonly reading: string;
}

const month = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Reads an address; parts that make no sense are left out. What stands open is shown unless something else is asked for. */
export function readMap(params: URLSearchParams): MapState {
  const { state, colour, type, department, area, box, polygon } = readFilter(params);
  const open = params.get("open");
  const [from, to] = (["from", "to"] as const).map((name) => {
    const value = params.get(name) ?? "";
    return month.test(value) ? value : undefined;
  });
  return {
    view: params.get("view") === "heat" ? "heat" : "points",
    open: open === "false" ? "closed" : open === "any" ? "both" : "open",
    filter: {
      ...(state ? { state } : {}),
      ...(colour ? { colour } : {}),
      ...(type ? { type } : {}),
      ...(department ? { department } : {}),
      ...(area ? { area } : {}),
    },
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(polygon ? { shape: { kind: "polygon", text: polygon } } : box ? { shape: { kind: "box", text: box } } : {}),
    ...cameraOf(params.get("at")),
    ...placeOf(params),
  };
}

/** The address of a map; the same map always gives the same address. */
export function writeMap({ view, open, filter, from, to, shape, at, place }: MapState): URLSearchParams {
  const params = writeFilter({ ...filter, ...(shape ? { [shape.kind]: shape.text } : {}) });
  if (open !== "open") params.set("open", open === "closed" ? "false" : "any");
  if (view === "heat") params.set("view", view);
  if (from) params.set("from", from);
  if (to) params.set("to", to);
  if (at) params.set("at", `${at.zoom.toFixed(2)},${at.lng.toFixed(5)},${at.lat.toFixed(5)}`);
  if (place) {
    for (const name of ["lng", "lat", "radius"] as const) params.set(name, String(place[name]));
    params.set("q", place.reading);
  }
  return params;
}

function cameraOf(text: string | null): { at: Camera } | undefined {
  const [zoom = NaN, lng = NaN, lat = NaN] = (text ?? "").split(",").map(Number);
  return zoom >= 0 && zoom <= 22 && onEarth(lng, lat) ? { at: { zoom, lng, lat } } : undefined;
}

function placeOf(params: URLSearchParams): { place: FoundPlace } | undefined {
  const [lng = NaN, lat = NaN, radius = NaN] = ["lng", "lat", "radius"].map((name) => Number(params.get(name) ?? NaN));
  const reading = (params.get("q") ?? "").trim();
  const sound = onEarth(lng, lat) && radius >= 0 && radius <= 100_000 && reading !== "" && reading.length <= 200;
  return sound ? { place: { lng, lat, radius, reading } } : undefined;
}

const onEarth = (lng: number, lat: number): boolean => Math.abs(lng) <= 180 && Math.abs(lat) <= 85;

/** What the tiles are asked for. */
export function tileQueryOf({ view, open, filter, from, to }: MapState): CaseTileQuery {
  return {
    ...filter,
    ...(view === "heat" ? { view } : {}),
    ...(open === "both" ? {} : { open: open === "open" }),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
}

/** The same cases as a list: what was drawn, or else what is in sight. */
export function listFilterOf({ open, filter, from, to, shape }: MapState, sight: string | undefined): ListFilter {
  return {
    ...filter,
    ...(open === "both" ? {} : { open: open === "open" }),
    ...(from ? { openedFrom: cityInstant(dayjs(`${from}-01`)) } : {}),
    ...(to ? { openedTo: cityInstant(dayjs(`${to}-01`).add(1, "month")) } : {}),
    ...(shape ? { [shape.kind]: shape.text } : sight ? { box: sight } : {}),
    // Not by the deadline: that list leaves out whatever has no clock running.
    sort: "opened",
  };
}

/** The month now, in the city. */
export const thisMonth = (now: number): string => cityTime(now).format("YYYY-MM");
