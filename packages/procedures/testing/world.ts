import { chinaDays, defaultWorkingTime, makeCalendar, type Limit } from "@xiuhua/core/calendar";
import type { CaseRecord, Reference } from "@xiuhua/core/procedure";

/** The city's working time over China's holidays, as the product ships it. */
export const calendar = makeCalendar(defaultWorkingTime, chinaDays());

/** `2022-08-12 15:00` in the city. */
export const at = (text: string): number => calendar.atLocal(text.slice(0, 10), text.slice(11));

/** An instant as a person in the city would read it. */
export const read = (instant: number | undefined): string | undefined =>
  instant === undefined ? undefined : `${calendar.localDate(instant)} ${calendar.localTime(instant)}`;

interface TestUnit {
  readonly kind: string;
  readonly above?: string;
  readonly active?: false;
}

/** A small city: its centre, departments of several kinds, a district with a platform of its own. */
export const units: Readonly<Record<string, TestUnit>> = {
  city: { kind: "government" },
  centre: { kind: "centre", above: "city" },
  sanitation: { kind: "brigade", above: "city" },
  "sanitation-east": { kind: "squadron", above: "sanitation" },
  lighting: { kind: "utility", above: "city" },
  parks: { kind: "office", above: "city" },
  dissolved: { kind: "office", above: "city", active: false },
  jiefang: { kind: "districtPlatform", above: "city" },
  "jiefang-bureau": { kind: "districtBureau", above: "jiefang" },
  shanyang: { kind: "districtPlatform", above: "city" },
  procuratorate: { kind: "procuratorate" },
};

export interface Grant {
  readonly role: string;
  readonly unit: string;
}

/** Who holds what, and where. Ids are words that occur nowhere else, so that a leak can be searched for. */
export const people = {
  scout: { role: "collector", unit: "centre" },
  otherScout: { role: "collector", unit: "centre" },
  intake: { role: "intakeOfficer", unit: "centre" },
  shift: { role: "shiftLeader", unit: "centre" },
  dispatch: { role: "dispatcher", unit: "centre" },
  jiefangDesk: { role: "districtDispatcher", unit: "jiefang" },
  shanyangDesk: { role: "districtDispatcher", unit: "shanyang" },
  sanitationDesk: { role: "departmentOfficer", unit: "sanitation" },
  lightingDesk: { role: "departmentOfficer", unit: "lighting" },
  parksDesk: { role: "departmentOfficer", unit: "parks" },
  bureauDesk: { role: "departmentOfficer", unit: "jiefang-bureau" },
  sweeper: { role: "handler", unit: "sanitation" },
  eastSweeper: { role: "handler", unit: "sanitation-east" },
  electrician: { role: "handler", unit: "lighting" },
  gardener: { role: "handler", unit: "parks" },
  bureauCrew: { role: "handler", unit: "jiefang-bureau" },
  inspector: { role: "supervisor", unit: "centre" },
  mayor: { role: "leader", unit: "city" },
  assessor: { role: "evaluator", unit: "centre" },
  procurator: { role: "prosecutor", unit: "procuratorate" },
  keeper: { role: "administrator", unit: "city" },
} as const satisfies Readonly<Record<string, Grant>>;

export type PersonName = keyof typeof people;
export const personNames = Object.keys(people).filter((name): name is PersonName => name in people);

/** Limits of every unit that a criterion may have. */
export const criteria: Readonly<Record<string, { readonly type: string; readonly limit: Limit }>> = {
  "poster-4h": { type: "poster", limit: { value: 4, unit: "work_hour" } },
  "poster-2d": { type: "poster", limit: { value: 2, unit: "work_day" } },
  "lamp-3h": { type: "lamp", limit: { value: 3, unit: "urgent_hour" } },
  "lamp-5d": { type: "lamp", limit: { value: 5, unit: "natural_day" } },
  "tree-1m": { type: "tree", limit: { value: 1, unit: "calendar_month" } },
};

/** The one component of the test city. */
export const lampPost = "41080201037000001";

const typeNames = ["poster", "lamp", "tree"];
const same = (words: string) => ({ zh: words, en: words });

/** Reference data in memory; `cases` answers for the cases that an input names. */
export function reference(cases: ReadonlyMap<string, CaseRecord>, isFinal: (state: string) => boolean): Reference {
  return {
    type: (code) => (typeNames.includes(code) ? { code, name: same(code), classCode: "01" } : undefined),
    criterion(id) {
      const found = criteria[id];
      return found && { id, ...found, when: same(id), done: same(id) };
    },
    unit(id) {
      const found = units[id];
      return found && { id, name: same(id), kind: found.kind, active: found.active !== false };
    },
    person(id) {
      const name = personNames.find((one) => one === id);
      return name && { id, name: same(id), active: true, grants: [people[name]] };
    },
    within(unit, above) {
      for (let one: string | undefined = unit; one !== undefined; one = units[one]?.above)
        if (one === above) return true;
      return false;
    },
    locate: (lng, lat) =>
      lng > 113 && lng < 114 && lat > 35 && lat < 36 ? { area: "410802", cell: "410802001001001" } : undefined,
    linked(no) {
      const found = cases.get(no);
      return found && { no, state: found.state, procedure: found.procedure, final: isFinal(found.state) };
    },
    component: (code) => (code === lampPost ? { code, type: "lamp" } : undefined),
  };
}
