import type { CaseListQuery } from "@xiuhua/server/api";

/** What a list is narrowed and ordered by: the whole of it stands in the address, so every list is a link. */
export type ListFilter = Omit<CaseListQuery, "limit" | "after">;

type Colour = NonNullable<CaseListQuery["colour"]>[number];
type Sort = NonNullable<CaseListQuery["sort"]>;
type Queue = NonNullable<CaseListQuery["queue"]>;
type Kind = NonNullable<CaseListQuery["kind"]>;

export const colours: readonly Colour[] = ["red", "yellow", "green"];
export const sorts: readonly Sort[] = ["due", "opened", "openedFirst"];
const queues: readonly Queue[] = ["mine", "reported", "seen"];
const outcomes: readonly NonNullable<CaseListQuery["solved"]>[] = ["early", "inTime", "late", "open", "merged"];
/** 四个决不, in the order of the page. */
export const pledges: readonly NonNullable<CaseListQuery["pledge"]>[] = ["dragged", "pushed", "dropped", "shirked"];
export const kinds: readonly Kind[] = ["component", "event"];

const texts = [
  "procedure",
  "type",
  "department",
  "area",
  "source",
  "request",
  "text",
  "openedFrom",
  "openedTo",
  "box",
  "polygon",
] as const;

/** Reads the filter out of an address; parts that make no sense are left out rather than refused. */
export function readFilter(params: URLSearchParams): ListFilter {
  const filter: ListFilter = {};
  for (const name of texts) {
    const value = params.get(name)?.trim();
    if (value) filter[name] = value;
  }
  const states = unique(params.getAll("state"));
  if (states.length > 0) filter.state = states;
  const lights = colours.filter((colour) => params.getAll("colour").includes(colour));
  if (lights.length > 0) filter.colour = lights;
  const open = params.get("open");
  if (open === "true" || open === "false") filter.open = open === "true";
  const queue = oneOf(queues, params.get("queue"));
  if (queue) filter.queue = queue;
  const kind = oneOf(kinds, params.get("kind"));
  if (kind) filter.kind = kind;
  const pledge = oneOf(pledges, params.get("pledge"));
  if (pledge) {
    filter.pledge = pledge;
    const unit = params.get("pledgeUnit")?.trim();
    if (unit) filter.pledgeUnit = unit;
  }
  const solved = oneOf(outcomes, params.get("solved"));
  if (solved) filter.solved = solved;
  const sort = oneOf(sorts, params.get("sort"));
  if (sort) filter.sort = sort;
  return filter;
}

/** The address of a filter; the same filter always gives the same address. */
export function writeFilter(filter: ListFilter): URLSearchParams {
  const params = new URLSearchParams();
  if (filter.queue) params.set("queue", filter.queue);
  for (const state of filter.state ?? []) params.append("state", state);
  for (const colour of filter.colour ?? []) params.append("colour", colour);
  if (filter.open !== undefined) params.set("open", String(filter.open));
  if (filter.kind) params.set("kind", filter.kind);
  if (filter.solved) params.set("solved", filter.solved);
  if (filter.pledge) params.set("pledge", filter.pledge);
  if (filter.pledge && filter.pledgeUnit) params.set("pledgeUnit", filter.pledgeUnit);
  for (const name of texts) {
    const value = filter[name];
    if (value) params.set(name, value);
  }
  if (filter.sort) params.set("sort", filter.sort);
  return params;
}

/** A filter out of loose parts, such as a saved one; parts that make no sense are left out. */
export function filterOf(parts: Readonly<Record<string, unknown>>): ListFilter {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(parts))
    for (const one of Array.isArray(value) ? value : [value])
      if (typeof one === "string" || typeof one === "boolean") params.append(key, String(one));
  return readFilter(params);
}

/** How many conditions are set, apart from the queue and the order. */
export function conditionCount({ queue: _queue, sort: _sort, pledgeUnit: _unit, ...conditions }: ListFilter): number {
  return Object.keys(conditions).length;
}

const unique = (values: readonly string[]): string[] => [...new Set(values.filter((value) => value !== ""))];

function oneOf<T extends string>(allowed: readonly T[], value: string | null): T | undefined {
  return allowed.find((one) => one === value);
}
