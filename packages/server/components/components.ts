import type {
  ComponentChange,
  ComponentDetail,
  ComponentDueQuery,
  ComponentInspection,
  ComponentListQuery,
  ComponentPage,
  ComponentStateChange,
} from "../api/index.ts";
import { searchTerms, type CaseService } from "../cases/index.ts";
import type { City } from "../city/index.ts";
import { conflict, done, forbidden, invalid, missing, type Outcome } from "../outcome.ts";
import type { Reader } from "../people/index.ts";
import type { Places } from "../places/index.ts";
import type { Responsibility } from "../responsibility/index.ts";
import type { Database } from "../store/index.ts";
import { attributes } from "./attributes.ts";
import { codeCursor, cursorText, dueCursor } from "./cursor.ts";
import { dayAfter } from "./days.ts";
import { mayChange } from "./may-change.ts";
import { detailOf, summaryOf, type Names } from "./present.ts";
import { findComponent, listByCode, listDue, listNear, type DetailRow } from "./queries.ts";
import { saveComponents, type Occasion } from "./save.ts";

export interface ComponentOptions extends Names {
  readonly db: Database;
  readonly city: City;
  readonly places: Places;
  readonly directory: Names["directory"] & {
    within(unit: string, above: string): boolean;
    below(unit: string): readonly string[];
  };
  readonly responsibility: Pick<Responsibility, "answer" | "ownersOf">;
  readonly cases: Pick<CaseService, "pages">;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Newest cases shown beside a component. */
const casesShown = 20;

/** The city's components: read, corrected, inspected. */
export function makeComponents(options: ComponentOptions) {
  const { db, city, places, directory, responsibility, cases, now } = options;
  const today = () => city.calendar.localDate(now());

  const responsibleFor = (row: DetailRow): string | undefined =>
    responsibility.answer({
      type: row.type,
      area: row.area,
      ...(row.owner_code === null ? {} : { owner: row.owner_code }),
    }).unit;

  const mayBy = (reader: Reader, row: DetailRow) =>
    mayChange(reader, { area: row.area, responsible: responsibleFor(row) }, (unit, above) =>
      directory.within(unit, above),
    );

  async function detail(reader: Reader, code: string): Promise<ComponentDetail | undefined> {
    const [row, page] = await Promise.all([
      findComponent(db, city.code, code),
      cases.pages.list(reader, { component: code, limit: casesShown }),
    ]);
    return (
      row &&
      detailOf(options, row, { responsible: responsibleFor(row), cases: page.items, mayChange: mayBy(reader, row) })
    );
  }

  /** One change by one person: on what is there now, or on what they saw. */
  async function write(
    reader: Reader,
    code: string,
    seq: number | undefined,
    occasion: Pick<Occasion, "kind" | "always"> & { readonly note: string | undefined },
    plan: (row: DetailRow) => Outcome<Readonly<Record<string, string | number | null>>>,
  ): Promise<Outcome<null>> {
    const { note, ...what } = occasion;
    for (let attempt = 1; ; attempt += 1) {
      const row = await findComponent(db, city.code, code);
      if (!row) return noSuchComponent;
      if (!mayBy(reader, row)) return notYours;
      if (seq !== undefined && seq !== row.seq) return moved;
      const planned = plan(row);
      if (!planned.ok) return planned;
      const name = planned.value["name"] ?? row.name;
      const { lng = row.lng, lat = row.lat } = planned.value;
      const area = places.locate(Number(lng), Number(lat))?.area ?? row.area;
      const wanted = { code, attributes: planned.value, area, terms: searchTerms(String(name)), seq: row.seq };
      const saved = await saveComponents(db, city.code, [wanted], {
        ...what,
        person: reader.person,
        at: now(),
        ...(note === undefined || note === "" ? {} : { note }),
      });
      if (saved.length > 0) return done(null);
      // Nothing to change, or somebody was quicker: then once more on what is there now.
      const after = await findComponent(db, city.code, code);
      if (after?.seq === row.seq) return done(null);
      if (seq !== undefined || attempt >= 3) return moved;
    }
  }

  return {
    detail,

    async list(query: ComponentListQuery): Promise<ComponentPage> {
      const limit = query.limit ?? 50;
      if (query.box !== undefined) {
        const [west = 0, south = 0, east = 0, north = 0] = query.box.split(",").map(Number);
        const [lng = (west + east) / 2, lat = (south + north) / 2] = query.near?.split(",").map(Number) ?? [];
        const rows = await listNear(db, city.code, [west, south, east, north], [lng, lat], query, limit);
        return { items: rows.map((row) => summaryOf(options, row)) };
      }
      const rows = await listByCode(db, city.code, query, codeCursor(query.after), limit + 1);
      const items = rows.slice(0, limit).map((row) => summaryOf(options, row));
      const last = items.at(-1);
      return { items, ...(rows.length > limit && last ? { next: cursorText([last.code]) } : {}) };
    },

    async due(reader: Reader, query: ComponentDueQuery): Promise<ComponentPage> {
      const limit = query.limit ?? 50;
      const after = dueCursor(query.after);
      const owners = ownersFor(reader, query);
      const due = { until: query.until ?? today(), ...(owners ? { owners } : {}), ...(after ? { after } : {}) };
      const rows = await listDue(db, city.code, query, due, limit + 1);
      const items = rows.slice(0, limit).map((row) => summaryOf(options, row));
      const last = items.at(-1);
      return {
        items,
        ...(rows.length > limit && last ? { next: cursorText([last.nextInspection ?? "", last.code]) } : {}),
      };
    },

    change: (reader: Reader, code: string, { seq, note, ...input }: ComponentChange) =>
      write(reader, code, seq, { kind: "changed", note }, (row) => {
        const lng = input.lng ?? row.lng;
        const lat = input.lat ?? row.lat;
        const at = places.locate(lng, lat);
        if (!at) return invalid("/lng", { zh: "该位置不在本市范围内", en: "This place is outside the city" });
        const given = Object.entries(input).flatMap(([key, value]): [string, string | number | null][] => {
          const attribute = Object.hasOwn(attributes, key) ? Reflect.get(attributes, key) : undefined;
          return attribute === undefined || value === undefined ? [] : [[attribute.column, value]];
        });
        const moves = lng !== row.lng || lat !== row.lat;
        return done({
          ...Object.fromEntries(given),
          ...(moves ? { cell: at.cell ?? null, change_date: today() } : {}),
        });
      }),

    setState: (reader: Reader, code: string, { seq, note, state }: ComponentStateChange) =>
      write(reader, code, seq, { kind: "state", note }, (row) => {
        if (state === row.state) return done({});
        return done({ state, change_date: today() });
      }),

    /** An inspection is worth a line even where all is well. What is gone is not inspected any more. */
    inspect: (reader: Reader, code: string, { seq, note, state, next }: ComponentInspection) =>
      write(reader, code, seq, { kind: "inspected", note, always: true }, (row) => {
        const days = row.document["inspect_days"];
        const gone = (state ?? row.state) === "removed" || (state ?? row.state) === "abandoned";
        const again = next ?? (typeof days === "number" ? dayAfter(today(), days) : null);
        return done({
          next_inspection: gone ? null : again,
          ...(state === undefined || state === row.state ? {} : { state, change_date: today() }),
        });
      }),

    /** What the responsibility tester asks of a component. */
    async known(code: string) {
      const row = await findComponent(db, city.code, code);
      return row && { type: row.type, owner: row.owner_code ?? undefined, lng: row.lng, lat: row.lat };
    },
  };

  /** Whose components are asked for: a given owner's, those of the reader's units, or (undefined) everybody's. */
  function ownersFor(reader: Reader, { mine, owner }: ComponentDueQuery): readonly string[] | undefined {
    if (mine !== true) return owner === undefined ? undefined : [owner];
    const units = reader.grants.flatMap((grant) => directory.below(grant.unit));
    return responsibility.ownersOf(units).filter((one) => owner === undefined || one === owner);
  }
}

export type Components = ReturnType<typeof makeComponents>;

const noSuchComponent = missing({ zh: "没有这个部件", en: "There is no such component" });
const notYours = forbidden({
  zh: "只有管理员、派遣员和负责该部件的单位可以更改",
  en: "Only administrators, dispatchers and the unit that answers for it may change it",
});
const moved = conflict({
  zh: "别人刚刚改了此部件，请刷新后再改",
  en: "Somebody has just changed this component; reload it and try again",
});
