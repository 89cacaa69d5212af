import type { Direction } from "../reading.ts";
import type { Tail } from "./phrase.ts";

/** 东侧 of an anchor; behind an offset, or of a road, the side of the road. */
export function setToward(tail: Tail, direction: Direction, ofRoad: boolean): void {
  if (tail.offset !== undefined || ofRoad) tail.side ??= direction;
  else tail.toward ??= direction;
}

/** 北段 of a road; of anything else 东头 is a direction. */
export function setPart(tail: Tail, part: Direction | "middle" | undefined, ofRoad: boolean): void {
  if (part === undefined) return;
  if (ofRoad) tail.part ??= part;
  else if (part !== "middle") tail.toward ??= part;
}

export function setBank(tail: Tail, bank: Direction | "left" | "right" | undefined): void {
  tail.bank ??= bank ?? "some";
}
