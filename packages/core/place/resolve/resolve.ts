import type { City } from "../city.ts";
import type { Position } from "../feature.ts";
import type { Doubt, Resolution } from "../gazetteer.ts";
import { parse } from "../grammar/index.ts";
import type { KnownNames } from "../known.ts";
import { distance } from "../network/index.ts";
import type { Leftover, Parsed, Reading } from "../reading.ts";
import { doubted, type Answer } from "./answer.ts";
import { resolveArea, weighAreas } from "./area.ts";
import { resolveBank } from "./bank.ts";
import { resolveCrossing } from "./crossing.ts";
import { resolveDoor } from "./door.ts";
import { atLandmark, resolveCommunity, resolveNamed } from "./named.ts";
import { resolvePoles } from "./poles.ts";
import { scan } from "./scan.ts";
import { resolveStretch } from "./stretch.ts";

/** All points that one reading may mean, in no order. */
export function resolveReading(city: City, reading: Reading): Answer[] {
  const answers = atAnchor(city, reading).map((answer) => finer(city, reading, answer));
  const near =
    reading.relation === "near" ? answers.map((one) => ({ ...one, radius: Math.max(one.radius, 50) })) : answers;
  return reading.areas.length === 0 ? near : near.map((answer) => weighAreas(city, answer, reading.areas));
}

/** What else the reading says: so far away nobody says which way; a place that is said to be there. */
function finer(city: City, { distance: far, landmark }: Reading, answer: Answer): Answer {
  if (landmark !== undefined) return atLandmark(city, answer, landmark.name);
  if (far === undefined) return answer;
  return doubted({ ...answer, radius: Math.max(answer.radius, far.metres) }, 0.8, { code: "vague" });
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
const worth = {
  later: 0.97,
  scanned: 0.93,
  otherThanMeeting: 0.85,
  otherThanStretch: 0.55,
  character: 0.015,
  mostUnused: 0.3,
};
/** A reading this good leaves nothing for the later ones to say; below the other it is worth a look at the bare names. */
const good = 0.85;
const poor = 0.7;

/** A text that says that roads meet speaks against readings without two roads: 东村四路、九号交口 has no door. */
const meeting = /交叉口|路口|交汇|交口|丁字|十字/;
/** And one that says from where to where a stretch goes, against a crossing of two of its roads. */
const stretching = /[—－–至到-].{2,12}段/;

function fitsWords(text: string, { reading, leftover }: Parsed["readings"][number]): number {
  const { kind } = reading.anchor;
  if (kind === "crossing") return stretching.test(text) ? worth.otherThanStretch : 1;
  if (!meeting.test(text)) return 1;
  // 和平街路口 is a place on one road, unless the other road is in what was left over.
  if (kind !== "stretch") return worth.otherThanMeeting;
  return leftover.some(({ plain }) => plain !== true) ? worth.otherThanStretch : 1;
}

interface Found {
  readonly answer: Answer;
  readonly reading: Reading;
}

/** Points for what a text was understood as, the best first. */
export function rank(
  city: City,
  parsed: Parsed,
  known: KnownNames,
  near: Position | undefined,
  most: number,
): Resolution {
  let found = answersTo(city, parsed);
  let understood = parsed;
  if (bestOf(found) < good) {
    // Perhaps names are miswritten so that the text was taken apart at the wrong places.
    const again = parse(parsed.text, known.loose());
    const others = answersTo(city, again);
    const scanned = bestOf(others) < poor ? scan(again, known.loose()) : undefined;
    if (scanned !== undefined)
      others.push(...answersOf(city, scanned, worth.scanned * fitsWords(parsed.text, scanned)));
    if (bestOf(others) > bestOf(found)) understood = again;
    found = [...found, ...others];
  }
  const from = near === undefined ? undefined : city.plane.point(near);
  const nearness = ({ answer: { at, score } }: Found) =>
    from === undefined ? score : score * (1 - 0.05 * Math.min(1, distance(from, at) / 5000));
  const kept: Found[] = [];
  for (const one of found.sort((a, b) => nearness(b) - nearness(a))) {
    if (kept.length >= most) break;
    if (!kept.some(({ answer }) => distance(answer.at, one.answer.at) < same)) kept.push(one);
  }
  const points = kept.map(({ answer, reading }) => ({
    at: city.plane.position(answer.at),
    radiusMetres: Math.round(answer.radius),
    score: Math.round(answer.score * 1000) / 1000,
    reading,
    doubts: answer.doubts,
  }));
  return { parsed: understood, points };
}

const bestOf = (found: readonly Found[]): number => found.reduce((most, { answer }) => Math.max(most, answer.score), 0);

function answersTo(city: City, parsed: Parsed): Found[] {
  const found: Found[] = [];
  for (const [at, one] of parsed.readings.entries()) {
    found.push(...answersOf(city, one, worth.later ** at * fitsWords(parsed.text, one)));
    if (bestOf(found) >= good) break;
  }
  return found;
}

function answersOf(city: City, { reading, leftover }: Parsed["readings"][number], factor: number): Found[] {
  const unused = unusedDoubt(leftover);
  return resolveReading(city, reading).map((answer) => {
    const scored = { ...answer, score: answer.score * factor };
    return { answer: unused === undefined ? scored : doubted(scored, unused.factor, unused.doubt), reading };
  });
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
