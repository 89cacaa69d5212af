import { sql, type Queryable } from "../store/index.ts";
import { nothingLinked, type Linked } from "./reference.ts";

type Action = { readonly input: { readonly properties: Readonly<Record<string, object>> } } | undefined;

/** Cases and components that an action's input names, so that a procedure can look at them. No round trip for none. */
export async function loadLinked(db: Queryable, city: string, action: Action, input: unknown): Promise<Linked> {
  const named = (widget: string) =>
    Object.entries(action?.input.properties ?? {}).flatMap(([name, schema]) => {
      const value: unknown = typeof input === "object" && input !== null ? Reflect.get(input, name) : undefined;
      const values: readonly unknown[] = Array.isArray(value) ? value : [value];
      return "widget" in schema && schema.widget === widget
        ? values.filter((one): one is string => typeof one === "string")
        : [];
    });
  const [nos, codes] = [named("case"), named("component")];
  const [cases, components] = await Promise.all([
    nos.length === 0
      ? []
      : db.query<{ no: string; state: string; procedure: string; final: boolean }>(
          sql`select no, state, procedure, final from cases where city = ${city} and no = any(${nos}::text[])`,
        ),
    codes.length === 0
      ? []
      : db.query<{ code: string; type: string }>(
          sql`select code, type from component where city = ${city} and code = any(${codes}::text[])`,
        ),
  ]);
  if (cases.length === 0 && components.length === 0) return nothingLinked;
  return {
    cases: new Map(cases.map((row) => [row.no, row])),
    components: new Map(components.map((row) => [row.code, row])),
  };
}
