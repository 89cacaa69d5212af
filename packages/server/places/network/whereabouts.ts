import type { Position } from "@xiuhua/core/place";
import type { Words } from "@xiuhua/core/procedure";
import { holds, wider, type Box } from "./box.ts";
import { positionsOf, type Shape } from "./shape.ts";

/**
 * How far a network may reach beyond its city, in degrees (about 10 km): roads do not end at a border, and a file in
 * another datum is some 600 m off. Our own choice.
 */
export const reach = 0.1;

/** Nobody's city lies north of this: such a latitude is a longitude (of 喀什, 伊犁) in the wrong place. */
const northernmost = 74;

/** What is wrong with where a shape lies. */
export interface Misplaced {
  readonly words: Words;
  /** It is a good place, but not in this city. */
  readonly outside: boolean;
}

/** Undefined where nothing is wrong. @param city its box in the shape's own datum; without it only the range is judged */
export function misplaced(shape: Shape, city: Box | undefined): Misplaced | undefined {
  const positions = positionsOf(shape);
  const wild = positions.find(([lng, lat]) => Math.abs(lng) > 180 || Math.abs(lat) > northernmost);
  if (wild) return { words: isSwapped(wild, city) ? swapped(wild) : notDegrees(wild), outside: false };
  if (!city || positions.some((position) => holds(wider(city, reach), position))) return undefined;
  const [first = [0, 0]] = positions;
  return isSwapped(first, city)
    ? { words: swapped(first), outside: false }
    : { words: foreign(city, first), outside: true };
}

function isSwapped([lng, lat]: Position, city: Box | undefined): boolean {
  const turned: Position = [lat, lng];
  return holds(city ? wider(city, reach) : [-180, -northernmost, 180, northernmost], turned);
}

const shown = ([lng, lat]: Position) => `[${lng}, ${lat}]`;

const swapped = (position: Position): Words => ({
  zh: `经度和纬度写反了：${shown(position)}。GeoJSON 的坐标是 [经度, 纬度]，请对调后重新导出。`,
  en: `longitude and latitude are swapped: ${shown(position)}. A position in GeoJSON is [longitude, latitude]; turn them round.`,
});

const notDegrees = (position: Position): Words => ({
  zh: `${shown(position)} 不是经纬度，可能是以米为单位的投影坐标（如 CGCS2000 三度带）。请转换为经纬度后重新导出。`,
  en: `${shown(position)} is no longitude and latitude, perhaps metres of a projection (CGCS2000 3-degree zones); export it in degrees.`,
});

const foreign = ([west, south, east, north]: Box, position: Position): Words => ({
  zh: `${shown(position)} 不在本市范围（经度 ${degrees(west)}–${degrees(east)}，纬度 ${degrees(south)}–${degrees(north)}）。请确认文件是本市的；只想载入本市部分，请加 --clip。`,
  en: `${shown(position)} lies outside the city (longitude ${degrees(west)} to ${degrees(east)}, latitude ${degrees(south)} to ${degrees(north)}). Is it this city's file? With --clip what lies outside is left out.`,
});

const degrees = (value: number) => value.toFixed(2);
