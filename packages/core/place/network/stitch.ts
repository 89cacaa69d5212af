import { angleBetween, length, minus, type Point } from "./geometry.ts";
import type { Line } from "./line.ts";
import { Stroke } from "./stroke.ts";
import { halfWidthOf, isSlip } from "./width.ts";

/** How sharply a road may turn where its lines meet, degrees: among several lines, and where there is no other. */
const sharpest = { amongSeveral: 65, alone: 130 };
/** Metres over which an end's direction is taken. */
const reach = 12;

interface End {
  readonly line: number;
  readonly last: boolean;
  /** Out of the line. */
  readonly out: Point;
}

/** Joins the lines of one road into strokes: at a shared end each goes on into the one that lies straightest ahead. */
export function stitch(road: number, lines: readonly Line[]): Stroke[] {
  const partners = partnersOf(lines);
  const used = new Set<number>();
  const strokes: Stroke[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    if (used.has(index)) continue;
    const chain = chainThrough(index, partners);
    for (const one of chain) used.add(one.line);
    strokes.push(strokeOf(road, chain, lines));
  }
  return strokes;
}

interface Link {
  readonly line: number;
  /** Walked from its last point to its first. */
  readonly turned: boolean;
}

/** All lines of the course that goes through a line, from one end to the other. */
function chainThrough(start: number, partners: ReadonlyMap<number, number>): Link[] {
  const walk = (from: Link): Link[] => {
    const links = [from];
    for (let at = from; ;) {
      const next = partners.get(endKey(at.line, !at.turned));
      if (next === undefined || next >> 1 === start) return links;
      at = { line: next >> 1, turned: (next & 1) === 1 };
      links.push(at);
    }
  };
  const back = walk({ line: start, turned: true });
  const first = back.at(-1) ?? { line: start, turned: true };
  // A ring comes back to its start: it is walked once.
  const closes = partners.get(endKey(first.line, !first.turned)) === endKey(start, true);
  if (closes) return walk({ line: start, turned: false });
  const before = back
    .slice(1)
    .reverse()
    .map(({ line, turned }) => ({ line, turned: !turned }));
  return [...before, ...walk({ line: start, turned: false })];
}

const endKey = (line: number, last: boolean): number => line * 2 + (last ? 1 : 0);

function partnersOf(lines: readonly Line[]): Map<number, number> {
  const byNode = new Map<number, End[]>();
  for (const [index, line] of lines.entries()) {
    if (line.closed) continue;
    for (const last of [false, true]) {
      const node = (last ? line.nodes.at(-1) : line.nodes[0]) ?? 0;
      const ends = byNode.get(node) ?? [];
      byNode.set(node, ends);
      ends.push({ line: index, last, out: endDirection(line.points, last) });
    }
  }
  const partners = new Map<number, number>();
  for (const ends of byNode.values()) {
    const limit = ends.length === 2 ? sharpest.alone : sharpest.amongSeveral;
    const pairs = ends.flatMap((one, at) =>
      ends.slice(at + 1).flatMap((other) => {
        const turn = 180 - angleBetween(one.out, other.out);
        return one.line !== other.line && turn <= limit ? [{ one, other, turn }] : [];
      }),
    );
    for (const { one, other } of pairs.toSorted((a, b) => a.turn - b.turn)) {
      const [oneKey, otherKey] = [endKey(one.line, one.last), endKey(other.line, other.last)];
      if (partners.has(oneKey) || partners.has(otherKey)) continue;
      partners.set(oneKey, otherKey);
      partners.set(otherKey, oneKey);
    }
  }
  return partners;
}

/** Which way a line leads out of its end. */
export function endDirection(points: readonly Point[], last: boolean): Point {
  const ordered = last ? points.toReversed() : points;
  const [end] = ordered;
  if (end === undefined) return { x: 0, y: 0 };
  const inside = ordered.find((point) => length(minus(end, point)) >= reach) ?? ordered.at(-1) ?? end;
  return minus(end, inside);
}

function strokeOf(road: number, chain: readonly Link[], lines: readonly Line[]): Stroke {
  const points: Point[] = [];
  const lifted: [number, number][] = [];
  let [metres, slipMetres, twoWayMetres, width] = [0, 0, 0, 0];
  for (const { line: index, turned } of chain) {
    const line = lines[index];
    if (line === undefined) continue;
    const course = turned ? line.points.toReversed() : line.points;
    let size = 0;
    for (const [at, point] of course.entries()) {
      const before = course[at - 1];
      if (before !== undefined) size += length(minus(point, before));
      if (at > 0 || points.length === 0) points.push(point);
    }
    if (line.source.lifted === true) lifted.push([metres, metres + size]);
    if (isSlip(line.source)) slipMetres += size;
    if (line.source.oneWay === false) twoWayMetres += size;
    width += halfWidthOf(line.source) * size;
    metres += size;
  }
  return new Stroke(road, points, width / metres, slipMetres > metres / 2, twoWayMetres > metres / 2, lifted);
}
