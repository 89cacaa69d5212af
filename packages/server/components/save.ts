import { json, sql, type Queryable } from "../store/index.ts";
import { attributeList } from "./attributes.ts";

/** What is to be true of a component: the attributes named here, by column; the others stay as they are. */
export interface Wanted {
  readonly code: string;
  readonly attributes: Readonly<Record<string, string | number | null>>;
  /** The smallest area that holds its point. */
  readonly area: string;
  /** Search terms of its name. */
  readonly terms: string;
  /** The number it must have come to; any, if left out. */
  readonly seq?: number;
}

export interface Occasion {
  readonly kind: "changed" | "state" | "inspected" | "imported";
  readonly person: string;
  readonly at: number;
  readonly note?: string;
  /** Worth an event although nothing changes by it: somebody was there and looked. */
  readonly always?: true;
}

export interface Saved {
  readonly code: string;
  readonly outcome: "added" | "changed";
}

/**
 * Writes components, as many as are handed in, by one statement: new ones are added, those that differ are changed and
 * the difference is kept as their history, those that are so already are not touched. A code may be there once only.
 * @param dry decide, and write nothing
 * @returns what was, or would be, written
 */
export function saveComponents(
  db: Queryable,
  city: string,
  wanted: readonly Wanted[],
  occasion: Occasion,
  dry = false,
): Promise<Saved[]> {
  const fresh = difference(city, wanted, occasion);
  if (dry)
    return db.query<Saved>(sql`${fresh}
      select code, case when seq is null then 'added' else 'changed' end as outcome from fresh`);
  return db.query<Saved>(sql`${fresh}, r as materialized (
      select f.code, f.area, f.terms, f.seq, f.old, f.new, x.*
      from fresh f cross join lateral jsonb_to_record(f.new) as x(${attributesAs})
    ), moved as (
      update component c set
        type = r.type, name = r.name, state = r.state, point = st_setsrid(st_makepoint(r.lng, r.lat), 4326),
        area = r.area, cell = r.cell, competent_code = r.competent_code, competent_name = r.competent_name,
        owner_code = r.owner_code, owner_name = r.owner_name, maintainer_code = r.maintainer_code,
        maintainer_name = r.maintainer_name, initial_date = r.initial_date, change_date = r.change_date,
        source = r.source, remarks = r.remarks, street_code = r.street_code, street_name = r.street_name,
        community_code = r.community_code, community_name = r.community_name, inspect_days = r.inspect_days,
        next_inspection = r.next_inspection, seq = c.seq + 1, search = to_tsvector('simple', r.terms)
      from r where c.city = ${city} and c.code = r.code and c.seq = r.seq
      returning c.code, c.seq
    ), added as (
      insert into component (city, code, type, name, state, point, area, cell, competent_code, competent_name,
        owner_code, owner_name, maintainer_code, maintainer_name, initial_date, change_date, source, remarks,
        street_code, street_name, community_code, community_name, inspect_days, next_inspection,
        seq, recorded_at, recorded_by, search)
      select ${city}, r.code, r.type, r.name, r.state, st_setsrid(st_makepoint(r.lng, r.lat), 4326), r.area, r.cell,
        r.competent_code, r.competent_name, r.owner_code, r.owner_name, r.maintainer_code, r.maintainer_name,
        r.initial_date, r.change_date, r.source, r.remarks, r.street_code, r.street_name, r.community_code,
        r.community_name, r.inspect_days, r.next_inspection, 1, ${new Date(occasion.at)}::timestamptz, ${occasion.person},
        to_tsvector('simple', r.terms)
      from r where r.seq is null
      on conflict (city, code) do nothing
      returning code
    ), logged as (
      insert into component_event (city, component, seq, kind, at, person, note, changes)
      select ${city}, m.code, m.seq, ${occasion.kind}, ${new Date(occasion.at)}::timestamptz, ${occasion.person},
        ${occasion.note ?? null}::text, (
          select coalesce(jsonb_object_agg(n.key, jsonb_build_array(o.value, n.value)), '{}')
          from jsonb_each(r.new) n join jsonb_each(r.old) o using (key) where n.value <> o.value)
      from moved m join r using (code)
    )
    select code, 'added' as outcome from added union all select code, 'changed' from moved`);
}

/**
 * Writes components of which most are new, by one statement more than `saveComponents`: those that are not there need no
 * comparison, and cost half as much.
 */
export async function saveManyComponents(
  db: Queryable,
  city: string,
  wanted: readonly Wanted[],
  occasion: Occasion,
): Promise<Saved[]> {
  const added = await db.query<Saved>(sql`
    with input as materialized (
      select * from jsonb_to_recordset(${json(wanted.map(({ code, area, terms, attributes }) => ({ ...attributes, code, area, terms })))}::jsonb)
        as i(code text, area text, terms text, ${attributesAs})
    )
    insert into component (city, code, type, name, state, point, area, cell, competent_code, competent_name,
      owner_code, owner_name, maintainer_code, maintainer_name, initial_date, change_date, source, remarks,
      street_code, street_name, community_code, community_name, inspect_days, next_inspection,
      seq, recorded_at, recorded_by, search)
    select ${city}, i.code, i.type, i.name, coalesce(i.state, 'intact'), st_setsrid(st_makepoint(i.lng, i.lat), 4326), i.area,
      i.cell, i.competent_code, i.competent_name, i.owner_code, i.owner_name, i.maintainer_code, i.maintainer_name,
      i.initial_date, i.change_date, i.source, i.remarks, i.street_code, i.street_name, i.community_code,
      i.community_name, i.inspect_days, i.next_inspection, 1, ${new Date(occasion.at)}::timestamptz, ${occasion.person},
      to_tsvector('simple', i.terms)
    from input i
    on conflict (city, code) do nothing
    returning code, 'added' as outcome`);
  const fresh = new Set(added.map(({ code }) => code));
  const others = wanted.filter(({ code }) => !fresh.has(code));
  return others.length === 0 ? added : [...added, ...(await saveComponents(db, city, others, occasion))];
}

/** Beginning of a statement: `fresh` are those that are not there as they are wanted, with all attributes old and new. */
function difference(city: string, wanted: readonly Wanted[], { always }: Occasion) {
  return sql`with input as materialized (
      select * from jsonb_to_recordset(${json(wanted)}::jsonb)
        as i(code text, attributes jsonb, area text, terms text, seq integer)
    ), before as materialized (
      select b.* from input i cross join lateral (${presentAt(city)}) b
    ), fresh as materialized (
      select i.code, i.area, i.terms, b.seq, b.old, coalesce(b.old, ${json(blank)}::jsonb) || i.attributes as new
      from input i left join before b using (code)
      where (b.seq is null or ${always === true}::boolean or b.old <> b.old || i.attributes) and (i.seq is null or i.seq = b.seq)
    )`;
}

/**
 * The component that bears the code of `i`. Limited, so that it is looked up by its code whatever the planner thinks of the
 * table: in the midst of an import it believes it to be small, and would read all of it for every batch.
 */
const presentAt = (city: string) =>
  sql`select c.code, c.seq, ${documentOf} as old from component c where c.city = ${city} and c.code = i.code limit 1`;

/** The attributes of a row (alias `c`) as one document, by column. */
export const documentOf = sql`jsonb_build_object('type', c.type, 'name', c.name, 'state', c.state, 'lng', st_x(c.point),
  'lat', st_y(c.point), 'cell', c.cell, 'competent_code', c.competent_code, 'competent_name', c.competent_name,
  'owner_code', c.owner_code, 'owner_name', c.owner_name, 'maintainer_code', c.maintainer_code,
  'maintainer_name', c.maintainer_name, 'initial_date', c.initial_date, 'change_date', c.change_date,
  'source', c.source, 'remarks', c.remarks, 'street_code', c.street_code, 'street_name', c.street_name,
  'community_code', c.community_code, 'community_name', c.community_name, 'inspect_days', c.inspect_days,
  'next_inspection', c.next_inspection)`;

/** The attributes with their types, as a record out of a document. */
const attributesAs = sql`type text, name text, state text, lng double precision, lat double precision, cell text,
  competent_code text, competent_name text, owner_code text, owner_name text,
  maintainer_code text, maintainer_name text, initial_date date, change_date date, source text, remarks text,
  street_code text, street_name text, community_code text, community_name text, inspect_days integer, next_inspection date`;

/** What a new one is where nothing is said. */
const blank = { ...Object.fromEntries(attributeList.map(({ column }) => [column, null])), state: "intact" };
