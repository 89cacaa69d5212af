import CheapRuler from "cheap-ruler";
import type { Position } from "@xiuhua/core/place";

/** Metres between positions of one city: exact to a thousandth at its size. */
export interface Distance {
  readonly between: (one: Position, other: Position) => number;
  /** To the nearest point of a line. */
  readonly toLine: (from: Position, line: readonly Position[]) => number;
}

/** @param near anywhere in the city */
export function makeDistance([, lat]: Position): Distance {
  const ruler = new CheapRuler(lat, "meters");
  const plain = ([lng, north]: Position): [number, number] => [lng, north];
  return {
    between: (one, other) => ruler.distance(plain(one), plain(other)),
    toLine: (from, line) => ruler.distance(plain(from), ruler.pointOnLine(line.map(plain), plain(from)).point),
  };
}
