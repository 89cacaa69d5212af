import type { Piece } from "./piece.ts";

/** Soft pieces that are passed over when looking ahead. */
const farthest = 4;

/** The next piece that says something. */
export function nextOf(pieces: readonly Piece[], i: number): Piece | undefined {
  for (let j = i + 1; j <= i + farthest; j += 1) {
    const piece = pieces[j];
    if (piece?.is !== "soft") return piece;
  }
  return undefined;
}

const meetingWithin = 8;

/**
 * Behind the name at `i` comes a connector, other names, `most` of them, and then a word for a meeting or the way from it; on
 * a road that is there already, also 之间.
 */
export function meetsSoon(pieces: readonly Piece[], i: number, onRoad: boolean, most = 2): boolean {
  let names = 0;
  for (let j = i + 1; j < i + meetingWithin; j += 1) {
    const piece = pieces[j];
    switch (piece?.is) {
      case "meet":
        return names > 0;
      case "between":
        return onRoad && names > 0;
      case "name": {
        names += 1;
        const next = pieces[j + 1]?.is;
        if (names > most) return false;
        if (names === 1 && piece.kind === "road" && (next === "away" || next === "mouth")) return true;
        break;
      }
      case "and":
      case "soft":
      case "toward":
      case "side":
        break;
      default:
        return false;
    }
  }
  return false;
}

/** Behind the name at `i` and a connector comes a road, and with it, or with its corner, all is said. */
export function roadEndsIt(pieces: readonly Piece[], i: number): boolean {
  const [name, road, last] = [pieces[i], pieces[i + 2], pieces[i + 3]];
  if (name === undefined || name.end - name.start < 2 || road?.is !== "name" || road.kind !== "road") return false;
  return last === undefined || last.is === "stop" || last.is === "corner";
}

const ofPlaces: ReadonlySet<Piece["is"]> = new Set([
  "relation",
  "away",
  "toward",
  "gate",
  "building",
  "bank",
  "corner",
  "section",
  "and",
]);

/** A run of characters is taken for a name where something is said of its place, or where it is all there is. */
export function isTreatedAsPlace(pieces: readonly Piece[], i: number, alone: boolean): boolean {
  const piece = pieces[i];
  const next = pieces[i + 1];
  if (piece === undefined || piece.end - piece.start < 2) return false;
  if (next !== undefined && ofPlaces.has(next.is)) return true;
  return alone && (next === undefined || next.is === "stop");
}
