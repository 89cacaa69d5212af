import type { ProcedureInfo } from "../../../shared/api/index.ts";
import type { ColumnName } from "./column-names.ts";

/** Whether a procedure's cases have a field of this name to show. */
export function hasField(procedure: Pick<ProcedureInfo, "subject">, name: string): boolean {
  const properties = part(procedure.subject, "properties");
  return part(properties, name) !== undefined;
}

const needs: Partial<Readonly<Record<ColumnName, string>>> = {
  type: "type",
  place: "place",
  area: "place",
  cell: "place",
  source: "source",
};

/** The columns of a list of one procedure: without those that no case of it could fill. */
export function fitting(
  columns: readonly ColumnName[],
  procedure: Pick<ProcedureInfo, "subject" | "requests"> | undefined,
): readonly ColumnName[] {
  if (procedure === undefined) return columns;
  return columns.filter((column) => {
    if (column === "requests") return Object.keys(procedure.requests).length > 0;
    const field = needs[column];
    // A place that may be left out mostly is: a whole column of dashes tells nothing.
    return field === undefined || (field === "place" ? asks(procedure, field) : hasField(procedure, field));
  });
}

function asks(procedure: Pick<ProcedureInfo, "subject">, name: string): boolean {
  const required = part(procedure.subject, "required");
  return Array.isArray(required) && required.includes(name);
}

function part(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
