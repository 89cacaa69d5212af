import { sql, type Sql } from "../store/index.ts";

/** A column of an export: its name, and whether it holds an instant, to be written in ISO 8601. */
export interface Column {
  readonly name: string;
  readonly instant?: true;
}

interface Export {
  readonly columns: readonly Column[];
  readonly statement: (city: string) => Sql;
}

/** Every case, in the order of its number. */
export const caseColumns: Export = {
  columns: [
    ...["no", "procedure", "version", "seq", "state", "final"].map((name) => ({ name })),
    { name: "opened_at", instant: true },
    { name: "changed_at", instant: true },
    ...["title", "type", "source", "area", "cell", "place", "lng", "lat", "department", "overran"].map((name) => ({
      name,
    })),
    { name: "due_at", instant: true },
    { name: "subject" },
    { name: "facts" },
  ],
  statement: (city) => sql`
    select no, procedure, version, seq, state, final, opened_at, changed_at, title, type, source, area, cell,
      place_text as place, st_x(point) as lng, st_y(point) as lat, department, overran, due_at,
      record->'subject' as subject, record->'facts' as facts
    from cases where city = ${city} order by no`,
};

/** Every event, case by case, in the order in which it was done: enough to build the cases anew. */
export const eventColumns: Export = {
  columns: [
    ...["case_no", "seq", "procedure", "version", "action"].map((name) => ({ name })),
    { name: "at", instant: true },
    ...["from_state", "to_state", "actor", "input", "evidence", "device", "turns"].map((name) => ({ name })),
    { name: "waited_since", instant: true },
    { name: "outcome" },
    { name: "idempotency_key" },
    { name: "recorded_at", instant: true },
  ],
  statement: (city) => sql`
    select case_no, seq, procedure, version, action, at, from_state, to_state, actor, input, evidence, device, turns,
      waited_since, outcome, idempotency_key, recorded_at
    from case_event where city = ${city} order by case_no, seq`,
};
