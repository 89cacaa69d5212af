import type { DoorPlate, NamedArea, NamedPlace, PlaceKind, Position, RoadLine } from "@xiuhua/core/place";
import { readDoorNumber } from "./door-number.ts";
import type { Fields } from "./fields.ts";
import { isPole, isRoad, isWater, kindOf } from "./kinds.ts";
import { middleOf, middleOfLine } from "./middle.ts";
import type { Line, Shape } from "./shape.ts";

/** What one feature adds to a gazetteer; ids are given when everything is put together. */
export interface Parts {
  readonly roads: readonly Omit<RoadLine, "id">[];
  readonly places: readonly Omit<NamedPlace, "id">[];
  readonly doors: readonly DoorPlate[];
  readonly areas: readonly NamedArea[];
}

const nothing: Parts = { roads: [], places: [], doors: [], areas: [] };

const nameColumns = ["name", "名称", "路名", "道路名称", "road_name", "roadname", "mc"] as const;
const aliasColumns =
  "alias aliases names alt_name old_name official_name short_name loc_name name:zh 别名 曾用名".split(" ");
/** A road's number, such as G207, is a name of it; a shop's or a pole's is not. */
const roadAliasColumns = [...aliasColumns, "ref"];
/** Narrower is no road, wider is a square: then the width is a slip of the pen and the default is better. */
const [narrowest, widest] = [1, 200];

/** Turns a feature into what a gazetteer knows: roads, named places, house numbers, poles, areas. */
export function partsOf(fields: Fields, shape: Shape): Parts {
  const [name = "", ...also] = fields.texts(...nameColumns);
  if (shape.kind === "lines") return ofLines(fields, shape.lines, name, also);
  const at = shape.kind === "points" ? shape.points : [middleOf(shape.polygons)];
  const parts: Parts = {
    ...nothing,
    places: at.flatMap((one) => placeAt(fields, one, name, also)),
    doors: at.flatMap((one) => doorAt(fields, one)),
  };
  if (shape.kind !== "polygons" || name === "" || kindOf(fields, name) !== "area") return parts;
  return { ...parts, areas: [{ code: fields.text("code", "代码") ?? "", name, polygons: shape.polygons }] };
}

function ofLines(fields: Fields, lines: readonly Line[], name: string, also: readonly string[]): Parts {
  const aliases = aliasesOf(fields, name, also, roadAliasColumns);
  if (isWater(fields)) {
    if (name === "") return nothing;
    return {
      ...nothing,
      places: lines.map((line) => ({ name, aliases, kind: "water", at: middleOfLine(line), line })),
    };
  }
  const bridge = fields.text("bridge:name", "bridge_name");
  const bridges = lines.flatMap((line) => (bridge === undefined ? [] : [named(bridge, "bridge", middleOfLine(line))]));
  if (!isRoad(fields, name)) return { ...nothing, places: bridges };
  const kind = fields.text("class", "highway", "道路等级", "等级");
  const width = fields.number(narrowest, widest, "width_m", "width", "宽度", "路宽");
  const oneWay = fields.flag("oneway", "单行", "单行线");
  return {
    ...nothing,
    roads: lines.map((line) => ({
      name,
      aliases,
      ...(kind === undefined ? {} : { class: kind }),
      ...(width === undefined ? {} : { widthMetres: width }),
      ...(fields.flag("bridge") || fields.flag("tunnel") ? { lifted: true } : {}),
      ...(oneWay === undefined ? {} : { oneWay }),
      line,
    })),
    places: bridges,
  };
}

function placeAt(fields: Fields, at: Position, name: string, also: readonly string[]): Parts["places"] {
  const road = fields.text("road", "addr:street", "street", "道路", "所在道路");
  const pole = fields.text("pole", "灯杆号", ...(isPole(fields) ? ["ref", "number", "编号"] : []));
  if (pole !== undefined) return [named(pole, "pole", at, road)];
  if (name === "") return [];
  return [{ ...named(name, kindOf(fields, name), at, road), aliases: aliasesOf(fields, name, also) }];
}

function doorAt(fields: Fields, at: Position): readonly DoorPlate[] {
  if (isPole(fields) || fields.has("pole")) return [];
  const road = fields.text("addr:street", "road", "street", "道路");
  const written = fields.text("addr:housenumber", "housenumber", "number", "门牌号", "门牌");
  // Some write the road's name in front of the number.
  const number =
    written && readDoorNumber(road !== undefined && written.startsWith(road) ? written.slice(road.length) : written);
  return road !== undefined && number ? [{ road, ...number, at }] : [];
}

function named(name: string, kind: PlaceKind, at: Position, road?: string): Omit<NamedPlace, "id"> {
  return { name, aliases: [], kind, at, ...(road === undefined ? {} : { road }) };
}

function aliasesOf(fields: Fields, name: string, also: readonly string[], columns = aliasColumns): string[] {
  return [...new Set([...also, ...fields.texts(...columns)])].filter((alias) => alias !== name);
}
