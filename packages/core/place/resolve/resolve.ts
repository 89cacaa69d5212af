import type { City } from "../city.ts";
import type { Position } from "../feature.ts";
import type { Doubt, ResolvedPoint } from "../gazetteer.ts";
import type { Known } from "../grammar/index.ts";
import { distance } from "../network/index.ts";
import type { Leftover, Parsed, Reading } from "../reading.ts";
import { doubted, type Answer } from "./answer.ts";
import { resolveArea, weighAreas } from "./area.ts";
import { resolveBank } from "./bank.ts";
import { resolveCrossing } from "./crossing.ts";
import { resolveDoor } from "./door.ts";
import { resolveCommunity, resolveNamed } from "./named.ts";
import { resolvePoles } from "./poles.ts";
import { scan } from "./scan.ts";
import { resolveStretch } from "./stretch.ts";

/** All points that one reading may mean, in no order. */
export function resolveReading(city: City, reading: Reading): Answer[] {
  const answers = atAnchor(city, reading);
  const near =
    reading.relation === "near" ? answers.map((one) => ({ ...one, radius: Math.max(one.radius, 50) })) : answers;
  return reading.areas.length === 0 ? near : near.map((answer) => weighAreas(city, answer, reading.areas));
}

function atAnchor(city: City, reading: Reading): Answer[] {
  const { anchor } = reading;
  switch (anchor.kind) {
    case "crossing":
      return resolveCrossing(city, reading, anchor);
    case "stretch":
      return resolveStretch(city, reading, anchor);
    case "door":
      return resolveDoor(city, anchor);
    case "named":
      return resolveNamed(city, reading, anchor);
    case "community":
      return resolveCommunity(city, reading, anchor);
    case "poles":
      return resolvePoles(city, anchor);
    case "bank":
      return resolveBank(city, reading, anchor);
    case "area":
      return resolveArea(city, anchor.name.text);
  }
}

/** Answers nearer to each other than this are one, metres. */
const same = 15;
/** Later readings of a text are less likely; a word that found no place in a reading speaks against it. Our own choices. */
const worth = { later: 0.97, scanned: 0.93, character: 0.015, mostUnused: 0.3 };
/** A reading this good leaves nothing for the later ones to say; below the other it is worth a look at the bare names. */
const good = 0.85;
const poor = 0.6;

interface Found {
  readonly answer: Answer;
  readonly reading: Reading;
}

/** Points for what a text was understood as, the best first. */
export function rank(
  city: City,
  parsed: Parsed,
  known: Known,
  near: Position | undefined,
  most: number,
): ResolvedPoint[] {
  const found = answersTo(city, parsed, known);
  const from = near === undefined ? undefined : city.plane.point(near);
  const nearness = ({ answer: { at, score } }: Found) =>
    from === undefined ? score : score * (1 - 0.05 * Math.min(1, distance(from, at) / 5000));
  const kept: Found[] = [];
  for (const one of found.sort((a, b) => nearness(b) - nearness(a))) {
    if (kept.length >= most) break;
    if (!kept.some(({ answer }) => distance(answer.at, one.answer.at) < same)) kept.push(one);
  }
  return kept.map(({ answer, reading }) => ({
    at: city.plane.position(answer.at),
    radiusMetres: Math.round(answer.radius),
    score: Math.round(answer.score * 1000) / 1000,
    reading,
    doubts: answer.doubts,
  }));
}

function answersTo(city: City, parsed: Parsed, known: Known): Found[] {
  const found: Found[] = [];
  const take = ({ reading, leftover }: Parsed["readings"][number], factor: number) => {
    const unused = unusedDoubt(leftover);
    for (const answer of resolveReading(city, reading)) {
      const scored = { ...answer, score: answer.score * factor };
      found.push({ answer: unused === undefined ? scored : doubted(scored, unused.factor, unused.doubt), reading });
    }
  };
  const best = () => found.reduce((most, { answer }) => Math.max(most, answer.score), 0);
  for (const [at, one] of parsed.readings.entries()) {
    take(one, worth.later ** at);
    if (best() >= good) return found;
  }
  if (best() >= poor) return found;
  const scanned = scan(parsed, known);
  if (scanned !== undefined) take(scanned, worth.scanned);
  return found;
}

function unusedDoubt(leftover: readonly Leftover[]): { factor: number; doubt: Doubt } | undefined {
  const words = leftover
    .filter(({ plain }) => plain !== true)
    .map(({ text }) => text.replaceAll(/[\s\p{P}]/gu, ""))
    .filter((text) => text !== "");
  if (words.length === 0) return undefined;
  const size = words.reduce((sum, word) => sum + word.length, 0);
  return {
    factor: 1 - Math.min(worth.mostUnused, size * worth.character),
    doubt: { code: "part-unused", about: words.join("、") },
  };
}
