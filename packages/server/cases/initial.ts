import type { ActionForm, CaseRecord } from "@xiuhua/core/procedure";
import type { WordSources } from "./wording.ts";

/**
 * What a form begins with: what was asked for in the request it answers, else what the case already
 * says under the same name, else a proposal for who is responsible.
 */
export function initialOf(sources: WordSources, record: CaseRecord, form: ActionForm): Record<string, unknown> {
  const asked = form.answers === undefined ? undefined : record.requests[form.answers]?.input;
  const initial: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(form.input.properties)) {
    const widget = "widget" in schema ? schema.widget : undefined;
    if (widget === "longText" && name !== "description") continue;
    const value =
      property(asked, name) ?? property(record.subject, name) ?? (widget === "unit" ? undefined : record.facts[name]);
    const proposed =
      value ??
      (widget === "unit" && name === "department" ? proposeUnit(sources, record, offersOf(schema)) : undefined);
    if (proposed !== undefined) initial[name] = widget === "place" ? placeInput(proposed) : proposed;
  }
  return initial;
}

/** The first unit that serves the type's departments here, of a kind the form takes. */
function proposeUnit(sources: WordSources, record: CaseRecord, offers: readonly string[]): string | undefined {
  const type = record.subject["type"];
  const area = property(record.subject["place"], "area");
  const units = responsible(
    sources,
    typeof type === "string" ? type : undefined,
    typeof area === "string" ? area : undefined,
  );
  return units.find((id) => offers.length === 0 || offers.includes(sources.directory.unit(id)?.kind ?? ""));
}

/** Units that could be responsible for a type at a place: by the catalogue's departments, then the nearest area. */
export function responsible(
  { catalogue, directory }: WordSources,
  type: string | undefined,
  area: string | undefined,
): string[] {
  const keys = type === undefined ? [] : (catalogue.type(type)?.departments ?? []);
  return [...new Set(keys.flatMap((key) => directory.serving(key, area)))];
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
