import type { Field } from "../field/index.ts";
import type { LiveGazetteer, Places } from "../places/index.ts";
import { holders, readerOf } from "./cast.ts";

const minute = 60_000;
/** Since when they are out, how often a phone tells where it is, and how far one walks meanwhile. */
const outMs = 130 * minute;
const stepMs = 25_000;
const stepDegrees = 0.00025;

type Position = readonly [lng: number, lat: number];

/** Sends the demo's people out: on duty, each walking a street of their area; and a word to them for today. */
export async function sendOut(options: {
  readonly field: Field;
  readonly gazetteer: Pick<LiveGazetteer, "current">;
  readonly places: Pick<Places, "locate">;
  readonly now: number;
}): Promise<void> {
  const { field, gazetteer, places, now } = options;
  const { data } = await gazetteer.current();
  const streets = data.roads.map(({ id, line }) => ({ id, steps: walkedOut(line) }));
  const within = (area: string | undefined) => (position: Position) =>
    area === undefined || places.locate(...position)?.area.startsWith(area) === true;
  const taken = new Set<string>();
  for (const login of [...holders("collector"), ...holders("handler"), ...holders("supervisor")]) {
    const reader = readerOf(login);
    const area = reader.grants.find((grant) => grant.area !== undefined)?.area;
    // The longest of their own: there is something to walk.
    const [street] = streets
      .filter(({ id }) => !taken.has(id))
      .map(({ id, steps }) => ({ id, steps: steps.filter(within(area)) }))
      .toSorted((one, other) => other.steps.length - one.steps.length);
    if (!street || street.steps.length === 0) continue;
    taken.add(street.id);
    await field.duty.start(reader, now - outMs);
    await field.track.take(reader, alongStreet(street.steps, now - outMs + minute, now - minute));
  }
  await field.bulletins.write(
    readerOf(holders("shiftLeader")[0] ?? "shift1"),
    { text: "今天重点巡查学校周边的流动摊点和非机动车乱停放；路口注意来车。", roles: ["collector"] },
    undefined,
  );
}

/** There and back again, a step at a time, until it is time. */
function alongStreet(street: readonly Position[], from: number, to: number) {
  const round = [...street, ...street.toReversed()];
  return Array.from({ length: Math.floor((to - from) / stepMs) }, (_, at) => {
    const [lng = NaN, lat = NaN] = round[at % round.length] ?? [];
    return { at: from + at * stepMs, lng, lat, accuracy: 6 + (at % 5) };
  });
}

/** A line as steps. */
function walkedOut(line: readonly Position[]): Position[] {
  return line.flatMap(([lng, lat], at): Position[] => {
    const next = line[at + 1];
    if (!next) return [[lng, lat]];
    const steps = Math.max(1, Math.round(Math.hypot(next[0] - lng, next[1] - lat) / stepDegrees));
    return Array.from({ length: steps }, (_, step) => [
      lng + ((next[0] - lng) * step) / steps,
      lat + ((next[1] - lat) * step) / steps,
    ]);
  });
}
