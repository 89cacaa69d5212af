import type { PlaceKind } from "@xiuhua/core/place";
import type { Fields } from "./fields.ts";

const kinds: Readonly<Record<string, PlaceKind>> = {
  poi: "poi",
  兴趣点: "poi",
  community: "community",
  小区: "community",
  residential: "community",
  building: "building",
  楼: "building",
  楼栋: "building",
  bridge: "bridge",
  桥: "bridge",
  桥梁: "bridge",
  water: "water",
  river: "water",
  河: "water",
  河流: "water",
  水系: "water",
  pole: "pole",
  灯杆: "pole",
  area: "area",
  区划: "area",
};

/** Kinds of living quarters by the ends of their names; where no column says it. */
const communityName = /(小区|家属院|社区|花园|家园|新村|公寓|苑|庄园|宿舍)$/;
const buildingName = /\d+\s*号?(楼|栋|幢|座)$/;
const bridgeName = /(大桥|立交桥|天桥|桥)$/;

/** What bears the name: as a column says it, else OpenStreetMap's tags, else the name's own ending. */
export function kindOf(fields: Fields, name: string): PlaceKind {
  const said = kinds[fields.text("kind", "类型")?.toLowerCase() ?? ""];
  if (said) return said;
  if (isWater(fields)) return "water";
  if (fields.text("boundary") === "administrative") return "area";
  if (fields.text("man_made") === "bridge" || bridgeName.test(name)) return "bridge";
  if (fields.text("landuse") === "residential" || communityName.test(name)) return "community";
  if (buildingName.test(name)) return "building";
  return "poi";
}

/** A river, a canal, a lake. */
export const isWater = (fields: Fields): boolean =>
  fields.has("waterway") || fields.text("natural") === "water" || kinds[fields.text("kind") ?? ""] === "water";

/** A numbered lamp or power pole. */
export const isPole = (fields: Fields): boolean =>
  kinds[fields.text("kind", "类型")?.toLowerCase() ?? ""] === "pole" ||
  fields.text("highway") === "street_lamp" ||
  fields.text("power") === "pole" ||
  fields.text("man_made") === "utility_pole";

/** Ways that are not there yet, or no more, or no way at all. */
const noRoads = new Set([
  "proposed",
  "construction",
  "abandoned",
  "razed",
  "platform",
  "bus_stop",
  "rest_area",
  "services",
]);
/** Without a name these tell nobody where anything is, and their meetings are no crossings. */
const smallWays = new Set(["footway", "path", "steps", "cycleway", "bridleway", "corridor", "service", "track"]);
/** Lines of these are borders, rails, cables, walls. */
const otherLines = ["railway", "power", "barrier", "boundary", "aeroway", "route", "man_made"];

/** Whether a line is a road that a gazetteer has use for. */
export function isRoad(fields: Fields, name: string): boolean {
  const highway = fields.text("highway");
  if (highway === undefined) return !otherLines.some((column) => fields.has(column));
  return !noRoads.has(highway) && (name !== "" || !smallWays.has(highway));
}
