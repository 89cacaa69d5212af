import type { ActionForm } from "@xiuhua/server/api";

interface Row {
  readonly no: string;
  readonly procedure: string;
  readonly state: string;
}

/** One row of each procedure and state: what may be done is the same for the others, or the server says why not. */
export function oneOfEach<R extends Row>(rows: readonly R[]): R[] {
  const seen = new Map<string, R>();
  for (const row of rows) {
    const kind = `${row.procedure} ${row.state}`;
    if (!seen.has(kind)) seen.set(kind, row);
  }
  return [...seen.values()];
}

const weights = ["main", "plain", "grave"];

/** Actions that every list has, with the forms of the first: what is usually done on top, the grave at the end. */
export function commonActions(lists: readonly (readonly ActionForm[])[]): readonly ActionForm[] {
  const [first = [], ...others] = lists;
  return first
    .filter((form) => others.every((list) => list.some((other) => other.action === form.action)))
    .toSorted((one, other) => weights.indexOf(one.weight) - weights.indexOf(other.weight));
}
