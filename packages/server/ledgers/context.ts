import type { Catalogue } from "@xiuhua/core/catalogue";
import type { Gazetteer } from "@xiuhua/core/place";
import type { Words } from "@xiuhua/core/procedure";
import type { City } from "../city/index.ts";
import type { People } from "../people/index.ts";
import type { LedgerField } from "./fields.ts";
import type { NamedThing, ReadContext } from "./read/index.ts";

export interface ContextSources {
  readonly city: City;
  readonly catalogue: Catalogue;
  readonly directory: Pick<People["directory"], "units" | "persons" | "unit" | "grantsOf">;
}

/** What the cells of one file are read against, as the organisation stands now. */
export function contextOf(sources: ContextSources, gazetteer: Gazetteer, year: number | undefined): ReadContext {
  const things = new Map<string, readonly NamedThing[]>();
  return {
    calendar: sources.city.calendar,
    gazetteer,
    remembered: new Map(),
    ...(year === undefined ? {} : { year }),
    named(field) {
      const kind = field.kind === "unit" || field.kind === "person" ? field.kind : "type";
      const found = things.get(field.name) ?? thingsOf(sources, kind, field);
      things.set(field.name, found);
      return { word: words[kind], things: found };
    },
  };
}

const words: Readonly<Record<"unit" | "person" | "type", Words>> = {
  unit: { zh: "单位", en: "unit" },
  person: { zh: "人员", en: "person" },
  type: { zh: "案件类别", en: "type" },
};

function thingsOf(sources: ContextSources, kind: "unit" | "person" | "type", { offers }: LedgerField): NamedThing[] {
  switch (kind) {
    case "unit":
      return sources.directory
        .units()
        .filter((unit) => unit.active)
        .map(({ id, name, kind: unitKind }) => thing(id, [name.zh, name.en], name, fits(offers, [unitKind])));
    case "person":
      return sources.directory
        .persons()
        .filter((person) => person.active)
        .map((person) => personThing(sources, person, offers));
    case "type":
      return sources.catalogue.types.map(({ code, name, matter, code2013 }) =>
        thing(
          code,
          [name.zh, name.en, matter.zh, matter.en, ...(code2013 === undefined ? [] : [code2013])],
          matter,
          true,
        ),
      );
  }
}

/** Two people of one name are told apart by their unit. */
function personThing(
  { directory }: ContextSources,
  { id, login, name }: { readonly id: string; readonly login: string; readonly name: Words },
  offers: readonly string[],
): NamedThing {
  const grants = directory.grantsOf(id);
  const units = [...new Set(grants.map((grant) => grant.unit))].flatMap((unit) => directory.unit(unit)?.name ?? []);
  const [first] = units;
  const within = units.flatMap((unit) => [`${name.zh}（${unit.zh}）`, `${unit.zh}${name.zh}`]);
  const shown = first ? { zh: `${name.zh}（${first.zh}）`, en: `${name.en} (${first.en})` } : name;
  return thing(
    id,
    [name.zh, name.en, login, ...within],
    shown,
    fits(
      offers,
      grants.map((grant) => grant.role),
    ),
  );
}

function thing(id: string, names: readonly string[], shown: Words, offered: boolean): NamedThing {
  return { id, names: [id, ...names, ...names.map((name) => `${name}[${id}]`)], shown, offered };
}

const fits = (offers: readonly string[], kinds: readonly string[]): boolean =>
  offers.length === 0 || kinds.some((kind) => offers.includes(kind));
