import { metresBetween, type Point } from "../pack/index.ts";

/** Somewhere to go; `dueAt` in milliseconds where a clock runs. */
export interface Stop {
  readonly id: string;
  readonly point: Point;
  readonly dueAt?: number;
}

/** How far one gets in a minute as the crow flies: 4.2 km/h along streets that are a quarter longer (our own choice). */
const metresAMinute = 56;
/** What a stop takes (our own choice). */
const stopMinutes = 5;
/** More stops than this nobody walks in a day; the rest keep their order. */
const most = 60;

/**
 * An order in which to walk: the nearest next with an eye on its clock, then improved by turning pieces round for as long
 * as that saves anything (2-opt). A minute that a task is late weighs as much as a minute of walking.
 * @param start where the person stands; without it the way begins at the first stop
 * @param now in milliseconds
 */
export function routeThrough<S extends Stop>(start: Point | undefined, stops: readonly S[], now: number): S[] {
  const [walked, rest] = [stops.slice(0, most), stops.slice(most)];
  const [first] = walked;
  if (!first) return [];
  const from = start ?? first.point;
  return [...turned(from, nearestNext(from, walked, now), now), ...rest];
}

/** What a way costs in minutes: walking, and each task's lateness. */
export function minutesOf(start: Point, way: readonly Stop[], now: number): number {
  let [at, clock, late] = [start, 0, 0];
  for (const { point, dueAt } of way) {
    clock += metresBetween(at, point) / metresAMinute;
    if (dueAt !== undefined) late += Math.max(0, clock - Math.max(0, (dueAt - now) / 60_000));
    clock += stopMinutes;
    at = point;
  }
  return clock + late;
}

/** Along the way, in metres as the crow flies. */
export function metresOf(start: Point | undefined, way: readonly Stop[]): number {
  const points = [...(start ? [start] : []), ...way.map(({ point }) => point)];
  return points.reduce((sum, point, at) => sum + metresBetween(points[at - 1] ?? point, point), 0);
}

function nearestNext<S extends Stop>(start: Point, stops: readonly S[], now: number): S[] {
  const left = [...stops];
  const way: S[] = [];
  for (let at = start; left.length > 0;) {
    const wait = ({ point, dueAt }: S) =>
      metresBetween(at, point) / metresAMinute + (dueAt === undefined ? slackAtMost : slack(dueAt, now)) / 4;
    const next = left.reduce((best, one) => (wait(one) < wait(best) ? one : best));
    left.splice(left.indexOf(next), 1);
    way.push(next);
    at = next.point;
  }
  return way;
}

/** Beyond four hours a clock does not hurry anybody. */
const slackAtMost = 240;
const slack = (dueAt: number, now: number): number => Math.min(slackAtMost, Math.max(0, (dueAt - now) / 60_000));

function turned<S extends Stop>(start: Point, way: S[], now: number): S[] {
  let best = way;
  let cost = minutesOf(start, best, now);
  for (let better = true; better;) {
    better = false;
    for (let from = 0; from < best.length - 1; from += 1)
      for (let to = from + 1; to < best.length; to += 1) {
        const next = [...best.slice(0, from), ...best.slice(from, to + 1).toReversed(), ...best.slice(to + 1)];
        const minutes = minutesOf(start, next, now);
        // A saving smaller than rounding would turn for ever.
        if (minutes < cost - 1e-6) [best, cost, better] = [next, minutes, true];
      }
  }
  return best;
}
