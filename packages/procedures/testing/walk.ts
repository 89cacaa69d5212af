import { available, openings, replay, type ActContext, type CaseEvent, type CaseRecord } from "@xiuhua/core/procedure";
import { cityCase } from "../city-case.ts";
import type { Chooser } from "./inputs.ts";
import { City, hour, photos } from "./scenario.ts";
import { people, personNames, type PersonName } from "./world.ts";

/** One step of a walk: the case before and after, and the event between. */
export interface Step {
  readonly city: City;
  readonly before: CaseRecord | undefined;
  readonly after: CaseRecord;
  readonly event: CaseEvent;
}

/** From no time at all to over National Day's week; odd minutes, so that steps meet nights and noon. */
const pauses = [
  0,
  0,
  0,
  0,
  0.1,
  0.1,
  0.25,
  0.25,
  0,
  0,
  0,
  1 / 60,
  0.25,
  0.25,
  0.5,
  0.5,
  1,
  1,
  1.7,
  3,
  5.3,
  14,
  26.1,
  63,
  24 * 9.2,
  24 * 35,
] as const;

interface Move {
  readonly action: string;
  readonly doer: PersonName;
}

/** Steps that lead nowhere are offered to many at every stage; those that lead off the long path are what breaks. */
const shares: Readonly<Record<string, number>> = {
  urge: 1,
  instruct: 1,
  amend: 1,
  askVoid: 1,
  askReturn: 8,
  askHold: 8,
  askExtension: 8,
  reopen: 6,
};

/** What anybody may do with the present case now; expected steps are likelier, those that end it are rarer. */
function moves(city: City): readonly Move[] {
  const found: Move[] = [];
  for (const doer of personNames) {
    const contexts: ActContext[] = [city.context(doer)];
    for (const { action, weight, answers } of available(cityCase, city.case, contexts)) {
      const share =
        answers !== undefined && weight !== "grave" ? 12 : (shares[action] ?? { main: 8, plain: 4, grave: 1 }[weight]);
      for (let count = share; count > 0; count -= 1) found.push({ action, doer });
    }
  }
  return found;
}

const beginnings: readonly Move[] = personNames.flatMap((doer) =>
  openings(cityCase, [people[doer].role]).map(({ action }) => ({ action, doer })),
);

/**
 * Walks at random through a city of a few cases, time included, and shows every step.
 * Settings, actions, inputs and waits are all chosen by `pick`.
 */
export function walk(pick: Chooser, steps: number, see: (step: Step) => void): City {
  const city = new City(pick(["2022-09-28 16:20", "2022-10-07 17:59", "2022-08-12 08:00", "2022-12-30 11:30"]), {
    reworkClock: pick(["resume", "anew"]),
    shortCaseApproval: pick([false, true]),
    pingPongReturns: pick([3, 2]),
  });
  for (let step = 0; step < steps; step += 1) {
    const numbers = [...city.cases.keys()];
    const [one, ...more] = numbers;
    if (one === undefined || (numbers.length < 4 && pick([0, 1, 2, 3, 4, 5, 6, 7]) === 7)) {
      const [begin, ...rest] = beginnings;
      if (begin) take(city, pick([begin, ...rest]), pick, see, undefined);
      continue;
    }
    city.turnTo(pick([one, ...more]));
    pass(city, pick(pauses) * hour, see);
    const [move, ...others] = moves(city);
    if (move) take(city, pick([move, ...others]), pick, see, city.case);
  }
  return city;
}

/** Lets time pass; what falls due meanwhile is done at its hour, as the server's timer does it. */
function pass(city: City, wait: number, see: (step: Step) => void): void {
  const end = city.now + wait;
  const current = city.case.no;
  for (;;) {
    const due = [...city.cases.keys()]
      .flatMap((no) => {
        const timed = city.turnTo(no).timed();
        return timed && timed.at <= end ? [{ no, ...timed }] : [];
      })
      .toSorted((a, b) => a.at - b.at)[0];
    if (!due) break;
    city.turnTo(due.no).now = Math.max(city.now, due.at);
    const before = city.case;
    city.act(due.action, "system");
    show(city, before, see);
  }
  city.turnTo(current).now = end;
}

function take(
  city: City,
  { action, doer }: Move,
  pick: Chooser,
  see: (step: Step) => void,
  before: CaseRecord | undefined,
): void {
  const result = city.attempt(action, doer, undefined, photos(action), pick);
  // Only what the input itself decides may still be refused: there may be no other case to merge into.
  if (result.ok) show(city, before, see);
  else if (result.refusal.code !== "rule" || result.refusal.problems === undefined)
    throw new Error(`${action} was offered to ${doer} and refused: ${JSON.stringify(result.refusal)}`);
}

function show(city: City, before: CaseRecord | undefined, see: (step: Step) => void): void {
  const event = city.log.at(-1);
  if (event) see({ city, before, after: city.case, event });
}

/** The case that a log gives after it was written down and read again. */
export function rewritten(log: readonly CaseEvent[]): CaseRecord | undefined {
  const read: CaseEvent[] = JSON.parse(JSON.stringify(log));
  return replay(read);
}
