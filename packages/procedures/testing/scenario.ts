import { Value } from "typebox/value";
import {
  apply,
  nextTimed,
  open,
  system,
  type ActContext,
  type Applied,
  type CaseEvent,
  type CaseRecord,
  type DeviceRecord,
  type EvidenceReference,
  type Refusal,
  type Result,
} from "@xiuhua/core/procedure";
import { cityCase } from "../city-case.ts";
import { first, inputs, type Chooser } from "./inputs.ts";
import { at, calendar, people, reference, type PersonName } from "./world.ts";

/** `system` stands for time itself. */
export type Doer = PersonName | "system";

export const hour = 3600 * 1000;

/** A city with a clock that the test moves and cases that only `open` and `apply` write. */
export class City {
  now: number;
  readonly cases = new Map<string, CaseRecord>();
  readonly events = new Map<string, CaseEvent[]>();
  readonly settings: Readonly<Record<string, unknown>>;
  /** What the last action wanted done outside its case. */
  effects: Applied["effects"] = [];
  private current = "";

  constructor(begin = "2022-08-11 09:00", settings: Readonly<Record<string, unknown>> = {}) {
    this.now = at(begin);
    const whole = Value.Default(cityCase.settings, { ...settings });
    if (!Value.Check(cityCase.settings, whole)) throw new Error("These settings do not fit the city case");
    this.settings = whole;
  }

  /** The case that was last opened or turned to. */
  get case(): CaseRecord {
    const found = this.cases.get(this.current);
    if (!found) throw new Error("No case was opened yet");
    return found;
  }

  get log(): readonly CaseEvent[] {
    return this.events.get(this.current) ?? [];
  }

  turnTo(no: string): this {
    this.current = no;
    return this;
  }

  goTo(time: string): this {
    this.now = at(time);
    return this;
  }

  wait(hours: number): this {
    this.now += hours * hour;
    return this;
  }

  context(doer: Doer, evidence: readonly EvidenceReference[] = []): ActContext {
    return {
      now: this.now,
      actor: doer === "system" ? system : { person: doer, ...people[doer] },
      calendar,
      settings: this.settings,
      reference: reference(this.cases, (state) =>
        Object.entries(cityCase.states).some(([name, one]) => name === state && "final" in one),
      ),
      evidence,
      ...(doer === "system" || !onPhones.has(people[doer].role) ? {} : { device: phoneOf(doer, this.now) }),
    };
  }

  /** Tries an opening action on a new case, or any other on the present one. */
  attempt(
    action: string,
    doer: Doer,
    input?: unknown,
    evidence = photos(action, doer, this.now),
    pick: Chooser = first,
  ): Result<Applied> {
    const opening = openingActions.has(action);
    const others = [...this.cases.keys()].filter((no) => no !== this.current);
    const filled = input ?? inputs[action]?.({ pick, now: this.now, record: opening ? undefined : this.case, others });
    const context = this.context(doer, evidence);
    const result = opening
      ? open(cityCase, { city: "410800", no: `JZ-${this.cases.size + 1}` }, action, filled, context)
      : apply(cityCase, this.case, action, filled, context);
    if (result.ok) this.keep(result.value);
    return result;
  }

  /** Does an action; a refusal fails the test with its sentence. */
  act(action: string, doer: Doer, input?: unknown, evidence?: readonly EvidenceReference[]): this {
    const result = this.attempt(action, doer, input, evidence);
    if (!result.ok)
      throw new Error(`${doer} may not ${action}: ${result.refusal.code}, ${JSON.stringify(result.refusal)}`);
    return this;
  }

  /** The refusal that an action meets; the case must stay as it was. */
  refusal(action: string, doer: Doer, input?: unknown, evidence?: readonly EvidenceReference[]): Refusal {
    const result = this.attempt(action, doer, input, evidence);
    if (result.ok) throw new Error(`${doer} did ${action}, which should have been refused`);
    return result.refusal;
  }

  /** What time alone will do next. */
  timed(): { action: string; at: number } | undefined {
    return nextTimed(cityCase, this.case, this.context("system"));
  }

  /** A second city with the same cases at the same time, to try things out in. */
  fork(): City {
    const copy = new City(undefined, this.settings);
    copy.now = this.now;
    for (const [no, record] of this.cases) copy.cases.set(no, record);
    for (const [no, log] of this.events) copy.events.set(no, [...log]);
    return copy.turnTo(this.current);
  }

  private keep({ record, event, effects }: Applied): void {
    this.current = record.no;
    this.cases.set(record.no, record);
    this.events.set(record.no, [...(this.events.get(record.no) ?? []), event]);
    this.effects = effects;
  }
}

const openingActions = new Set(
  Object.entries(cityCase.actions)
    .filter(([, action]) => action.opens)
    .map(([name]) => name),
);

const onPhones: ReadonlySet<string> = new Set(["collector", "handler"]);

/** Every scout stands at a longitude that occurs nowhere else, so that a leak can be searched for. */
const whereIs = (doer: Doer, at: number) => ({
  lng: doer === "scout" || doer === "otherScout" ? 113.777 : 113.2,
  lat: 35.2,
  accuracy: 8,
  at,
});

function phoneOf(doer: Doer, now: number): DeviceRecord {
  return {
    id: `phone-of-${doer}`,
    appVersion: "0.1.0",
    capturedAt: now - hour / 60,
    deviceNow: now,
    position: whereIs(doer, now),
    offline: false,
  };
}

/** As many files of each kind as an action asks for; on a phone each knows where it was taken. */
export function photos(action: string, doer?: Doer, now = 0): readonly EvidenceReference[] {
  return filesFor(action).map((file) =>
    doer === undefined || doer === "system" || !onPhones.has(people[doer].role)
      ? file
      : { ...file, capturedAt: now, position: whereIs(doer, now) },
  );
}

function filesFor(action: string): readonly EvidenceReference[] {
  const definition = Object.entries(cityCase.actions).find(([name]) => name === action)?.[1];
  const needed: EvidenceReference[] = action === "report" ? [{ hash: "0".repeat(64), kind: "near" }] : [];
  for (const kind of ["near", "before", "after", "check"] as const)
    for (let count = 0; count < (definition?.evidence?.[kind] ?? 0); count += 1)
      needed.push({ hash: String(count).repeat(64), kind });
  return needed;
}
