import type { Catalogue } from "@xiuhua/core/catalogue";
import type { Words } from "@xiuhua/core/procedure";
import type {
  CaseSummary,
  ComponentDetail,
  ComponentEvent,
  ComponentState,
  ComponentSummary,
  Named,
} from "../api/index.ts";
import type { Places } from "../places/index.ts";
import { attributeList, type AttributeKey } from "./attributes.ts";
import type { DetailRow, EventRow, ListRow } from "./queries.ts";
import { stateOf, states } from "./states.ts";

/** Where names come from: all of it memory. */
export interface Names {
  readonly catalogue: Catalogue;
  readonly places: Pick<Places, "area">;
  readonly directory: {
    person(id: string): { readonly name: Words } | undefined;
    unit(id: string): { readonly name: Words } | undefined;
  };
}

const same = (text: string): Words => ({ zh: text, en: text });

export function summaryOf(names: Names, row: ListRow & { readonly metres?: number }): ComponentSummary {
  return {
    code: row.code,
    name: row.name,
    type: typeNamed(names, row.type),
    state: knownState(row.state),
    lng: row.lng,
    lat: row.lat,
    area: { id: row.area, name: names.places.area(row.area)?.name ?? same(row.area) },
    ...(row.cell === null ? {} : { cell: row.cell }),
    ...(row.owner_code === null ? {} : { ownerCode: row.owner_code }),
    ...(row.owner_name === null ? {} : { ownerName: row.owner_name }),
    ...(row.next_inspection === null ? {} : { nextInspection: row.next_inspection }),
    ...(row.metres === undefined ? {} : { distanceMetres: Math.round(row.metres * 10) / 10 }),
  };
}

export function detailOf(
  names: Names,
  row: DetailRow,
  more: {
    readonly responsible: string | undefined;
    readonly cases: readonly CaseSummary[];
    readonly mayChange: boolean;
  },
): ComponentDetail {
  const registered = Object.fromEntries(
    attributeList.flatMap(({ key, column }) => {
      const value = row.document[column];
      return value === null || value === undefined || key in plain ? [] : [[key, value]];
    }),
  );
  return {
    ...registered,
    ...summaryOf(names, row),
    seq: row.seq,
    ...(more.responsible === undefined ? {} : { responsible: unitNamed(names, more.responsible) }),
    history: [...row.events.map((event) => eventOf(names, event)), recordedOf(names, row)],
    cases: [...more.cases],
    mayChange: more.mayChange,
  };
}

/** What the summary says in its own form. */
const plain = { type: true, state: true, name: true, lng: true, lat: true, cell: true } as const;

function eventOf(names: Names, { seq, kind, at, person, note, changes }: EventRow): ComponentEvent {
  return {
    seq,
    kind,
    at: new Date(at).toISOString(),
    person: personNamed(names, person),
    ...(note === null ? {} : { note }),
    changes: attributeList.flatMap((attribute) => {
      const change = changes[attribute.column];
      if (!change) return [];
      const [from, to] = change.map((value) => valueInWords(names, attribute.key, value));
      return [{ field: attribute.key, title: attribute.words, ...(from ? { from } : {}), ...(to ? { to } : {}) }];
    }),
  };
}

function recordedOf(names: Names, row: DetailRow): ComponentEvent {
  return {
    seq: 1,
    kind: "recorded",
    at: new Date(row.recorded_at).toISOString(),
    person: personNamed(names, row.recorded_by),
    changes: [],
  };
}

function valueInWords(names: Names, key: AttributeKey, value: unknown): Words | undefined {
  if (value === null || value === undefined) return undefined;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  if (key === "state") return states[knownState(text)];
  return key === "type" ? typeNamed(names, text).name : same(text);
}

export function typeNamed({ catalogue }: Names, code: string): Named {
  return { id: code, name: catalogue.type(code)?.name ?? same(code) };
}

export function unitNamed({ directory }: Names, id: string): Named {
  return { id, name: directory.unit(id)?.name ?? same(id) };
}

function personNamed({ directory }: Names, id: string): Named {
  if (id === importer) return { id, name: { zh: "数据导入", en: "Import" } };
  return { id, name: directory.person(id)?.name ?? same(id) };
}

/** Who acts when a file does. */
export const importer = "import";

/** Only known states are ever written. */
function knownState(text: string): ComponentState {
  const state = stateOf(text);
  if (state === undefined) throw new Error(`A component's state is ${text}`);
  return state;
}
