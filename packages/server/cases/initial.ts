import type { ActionForm, CaseRecord, Procedure } from "@xiuhua/core/procedure";
import type { WordSources } from "./wording.ts";

/**
 * What a form begins with: what was asked for in the request it answers, else what the case already
 * says under the same name, else a proposal for who is responsible.
 * @param owner 权属单位代码 of the component that the case is about
 */
export function initialOf(
  sources: WordSources,
  record: CaseRecord,
  form: ActionForm,
  owner: string | undefined,
): Record<string, unknown> {
  const asked = form.answers === undefined ? undefined : record.requests[form.answers]?.input;
  const initial: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(form.input.properties)) {
    const widget = "widget" in schema ? schema.widget : undefined;
    if (widget === "longText" && name !== "description") continue;
    const value =
      property(asked, name) ?? property(record.subject, name) ?? (widget === "unit" ? undefined : record.facts[name]);
    const proposed =
      value ??
      (widget === "unit" && name === "department" ? proposeUnit(sources, record, owner, offersOf(schema)) : undefined);
    if (proposed !== undefined) initial[name] = widget === "place" ? placeInput(proposed) : proposed;
  }
  return initial;
}

/** Who answers for it, of a kind that the form takes. */
function proposeUnit(
  { responsibility }: WordSources,
  record: CaseRecord,
  owner: string | undefined,
  kinds: readonly string[],
): string | undefined {
  const type = record.subject["type"];
  const area = property(record.subject["place"], "area");
  return responsibility.answer({
    ...(typeof type === "string" ? { type } : {}),
    ...(typeof area === "string" ? { area } : {}),
    ...(owner === undefined ? {} : { owner }),
    ...(kinds.length === 0 ? {} : { kinds }),
  }).unit;
}

/** The kinds of unit that the procedure's dispatch form takes: who can be responsible. */
export function takingKinds(procedure: Procedure): readonly string[] {
  const schema = procedure.actions["dispatch"]?.input.properties["department"];
  return schema === undefined ? [] : offersOf(schema);
}

function offersOf(schema: object): readonly string[] {
  const offers: unknown = "offers" in schema ? schema.offers : undefined;
  if (typeof offers === "string") return [offers];
  return Array.isArray(offers) ? offers.filter((one): one is string => typeof one === "string") : [];
}

/** A stored place as its form takes it: without the area and cell that the grid adds. */
function placeInput(value: unknown): unknown {
  return { lng: property(value, "lng"), lat: property(value, "lat"), text: property(value, "text") };
}

function property(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
