import { useQuery } from "@tanstack/react-query";
import { proceduresQuery, type ProcedureInfo } from "../../shared/api/index.ts";
import { fieldsOf, type FormField } from "../../shared/case/index.ts";

/** The procedure of a case; undefined until the procedures are there. */
export function useProcedure(id: string): ProcedureInfo | undefined {
  const { data } = useQuery(proceduresQuery);
  return data?.find((one) => one.id === id);
}

/** Whether what was reported has a field that this widget draws. */
export const reports = (procedure: ProcedureInfo | undefined, widget: FormField["widget"]): boolean =>
  procedure !== undefined && fieldsOf(procedure.subject).some((field) => field.widget === widget);

/** The kinds of files that any step of the procedure asks for or offers. */
export const evidenceOf = (procedure: ProcedureInfo | undefined): ReadonlySet<string> =>
  new Set(Object.values(procedure?.actions ?? {}).flatMap(({ evidence }) => Object.keys(evidence)));
