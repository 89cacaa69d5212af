import type { Piece } from "./piece.ts";
import type { Text } from "./text.ts";
import { Words } from "./words.ts";

/** 店, 院区, 校区, 支行 at the end of what stands in parentheses behind a place. */
const branches = new Words("店 院 区 行 部");
const mostInside = 5;

/** Makes one name of what the last piece completes: 建设银行塔南路支行, 肯德基（塔南路店）. */
export function fuse(text: Text, pieces: Piece[]): void {
  const last = pieces.at(-1);
  if (last?.is === "name" && last.kind === "place" && last.bare) {
    const [place, road] = [pieces.at(-3), pieces.at(-2)];
    if (place?.is !== "name" || place.kind !== "place" || road?.is !== "name" || road.kind !== "road") return;
    if (place.end === road.start && road.end === last.start)
      pieces.splice(-3, 3, { ...place, end: last.end, bare: false });
  } else if (last?.is === "close" && branches.stands(text.folded, last.start - 1)) {
    const open = openBefore(pieces);
    const place = pieces[open - 1];
    if (place?.is !== "name" || place.kind === "road" || place.kind === "area") return;
    pieces.splice(open - 1, pieces.length, { ...place, end: last.end, bare: false });
  }
}

function openBefore(pieces: readonly Piece[]): number {
  for (let i = pieces.length - 2; i >= Math.max(0, pieces.length - mostInside); i -= 1)
    if (pieces[i]?.is === "open") return i;
  return 0;
}
