import type { Named } from "../api/index.ts";
import { problem } from "../http/index.ts";
import type { Reader } from "../people/index.ts";
import { sql, type Sql } from "../store/index.ts";
import type { FieldContext } from "./context.ts";

/** Who at the centre may see where people are (our own choice): those who send them, and those who answer for them. */
export const watchRoles: readonly string[] = ["shiftLeader", "dispatcher", "leader"];

/** Areas over which a reader may see people at work; `city` for all, undefined for none. */
export type Reach = "city" | readonly string[];

export function reachOf(reader: Reader, roles = watchRoles): Reach | undefined {
  const grants = reader.grants.filter((grant) => roles.includes(grant.role));
  if (grants.length === 0) return undefined;
  const areas = grants.flatMap(({ area }) => (area === undefined || area.length <= 4 ? [] : [area]));
  return areas.length < grants.length ? "city" : areas;
}

/** @throws ProblemAnswer for whoever has no such post */
export function reachOrRefuse(reader: Reader, roles?: readonly string[]): Reach {
  const reach = reachOf(reader, roles);
  if (reach === undefined)
    throw problem(403, "wrong-role", {
      zh: "仅限监督指挥中心的值班长、派遣员和领导。",
      en: "For the centre's shift leaders, dispatchers and leaders only.",
    });
  return reach;
}

export const reaches = (reach: Reach, area: string | undefined): boolean =>
  reach === "city" || (area !== undefined && reach.some((one) => area.startsWith(one)));

/** The same as a condition on columns that hold area codes: one of them lies within. */
export function within(reach: Reach, columns: readonly Sql[]): Sql {
  if (reach === "city") return sql`true`;
  const patterns = reach.map((area) => `${area}%`);
  return sql`(${sql.join(
    columns.map((column) => sql`coalesce(${column} like any(${patterns}::text[]), false)`),
    sql` or `,
  )})`;
}

/** Who could be told of something in an area: holders of these roles there now. */
export function peopleOver(
  directory: Pick<FieldContext["directory"], "persons" | "grantsOf">,
  roles: readonly string[] | undefined,
  area: string | undefined,
): string[] {
  const concerned = (held: string | undefined) =>
    area === undefined || held === undefined || held.length <= 4 || area.startsWith(held) || held.startsWith(area);
  return directory
    .persons()
    .filter(({ id }) =>
      directory
        .grantsOf(id)
        .some((grant) => (roles === undefined || roles.includes(grant.role)) && concerned(grant.area)),
    )
    .map(({ id }) => id);
}

export function namedPerson({ directory }: Pick<FieldContext, "directory">, id: string): Named {
  return { id, name: directory.person(id)?.name ?? { zh: id, en: id } };
}

export function namedArea({ places }: Pick<FieldContext, "places">, code: string): Named {
  return { id: code, name: places.area(code)?.name ?? { zh: code, en: code } };
}

/** A community with the sub-district it lies in: there is a Heping in every second one. */
export function areaWithin(context: Pick<FieldContext, "places">, code: string): Named {
  const { name } = namedArea(context, code);
  const parent = context.places.area(code)?.parent;
  const around = parent === undefined ? undefined : context.places.area(parent);
  if (around?.level !== "subDistrict") return { id: code, name };
  return { id: code, name: { zh: around.name.zh + name.zh, en: `${name.en}, ${around.name.en}` } };
}
