import type { GazetteerData, NamedArea, Position } from "@xiuhua/core/place";
import type { FieldPack } from "../api/index.ts";
import type { Area, Places } from "../places/index.ts";
import { boxOf, type Box } from "./box.ts";
import { simplified } from "./simplify.ts";

/** Cells that come along: a sub-district's some hundreds, a district's some thousands. */
const mostCells = 6_000;

/** Bytes of JSON of roads and names: a district's few hundred thousand, an ordinary city's whole some millions. */
const mostGazetteer = 6 * 2 ** 20;

/** Outlines are for looking at: no corner moves further than these metres. */
const areaMetres = 5;
const cellMetres = 1;

/** How far around the area roads come along, in degrees: about a kilometre, so that its edge can be described. */
const around = 0.01;

/** The part of the pack that is about places: outlines, cells, roads and names of an area, or of the whole city. */
export function packPlaces(
  places: Places,
  gazetteer: GazetteerData,
  area: string | undefined,
): Pick<FieldPack, "areas" | "cells" | "left" | "gazetteer"> {
  const related = (code: string) => area === undefined || code.startsWith(area) || area.startsWith(code);
  const cells = places.cellsIn(area ?? "", mostCells + 1);
  // Roads by the district: a collector's next street may lie in the neighbouring sub-district.
  const roads = gazetteerIn(
    gazetteer,
    widened(places.area((area ?? "").slice(0, 6)) ?? places.area(area ?? "")),
    related,
  );
  const isEmpty = roads.roads.length === 0 && roads.places.length === 0;
  const fits = JSON.stringify(roads).length <= mostGazetteer;
  return {
    areas: places
      .areas()
      .filter(({ code }) => related(code))
      .map(({ code, level, name, schematic, outline }) => ({
        code,
        level,
        name: { ...name },
        schematic,
        polygons: simplified(outline, areaMetres),
      })),
    cells:
      cells.length > mostCells
        ? []
        : cells.map((cell) => ({ code: cell.code, area: cell.area, polygons: simplified(cell.outline, cellMetres) })),
    left: [...(cells.length > mostCells ? (["cells"] as const) : []), ...(fits ? [] : (["gazetteer"] as const))],
    ...(isEmpty || !fits ? {} : { gazetteer: roads }),
  };
}

/** Roads, places and doors that touch a box; areas that have to do with the wanted one. All where there is no box. */
function gazetteerIn(data: GazetteerData, box: Box | undefined, related: (code: string) => boolean): GazetteerData {
  const inside = ([lng, lat]: Position) =>
    box === undefined || (lng >= box[0] && lat >= box[1] && lng <= box[2] && lat <= box[3]);
  return {
    roads: data.roads
      .filter((road) => road.line.some(inside))
      .map((road) => ({ ...road, line: road.line.map(rounded) })),
    places: data.places
      .filter((place) => inside(place.at) || (place.line ?? []).some(inside))
      .map((place) => ({ ...place, at: rounded(place.at), ...(place.line ? { line: place.line.map(rounded) } : {}) })),
    doors: data.doors.filter((door) => inside(door.at)).map((door) => ({ ...door, at: rounded(door.at) })),
    areas: data.areas.filter(({ code }) => related(code)).map(plainArea),
  };
}

/** A tenth of a metre is enough for a place in words. */
const rounded = ([lng, lat]: Position): Position => [Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6];

function plainArea(area: NamedArea): NamedArea {
  const coordinates = area.polygons.map((rings) => rings.map((ring) => ring.map(([lng, lat]) => [lng, lat])));
  const polygons = simplified({ type: "MultiPolygon", coordinates }, areaMetres);
  return {
    ...area,
    polygons: polygons.map((rings) => rings.map((ring) => ring.map(([lng = 0, lat = 0]): Position => [lng, lat]))),
  };
}

function widened(area: Area | undefined): Box | undefined {
  if (area === undefined) return undefined;
  const [west, south, east, north] = boxOf(area.outline);
  return [west - around, south - around, east + around, north + around];
}
