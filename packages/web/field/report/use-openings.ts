import { useQuery } from "@tanstack/react-query";
import type { ActionForm } from "@xiuhua/server/api";
import { proceduresQuery } from "../../shared/api/index.ts";
import { kept } from "../kept/index.ts";
import type { Mode } from "./values.ts";

export type Openings = Partial<Record<Mode, ActionForm>>;

/** How this person may open a city case, as the server last said. */
export function useOpenings(): { readonly openings: Openings; readonly known: boolean } {
  const { data } = useQuery({ ...proceduresQuery, meta: kept });
  const forms = data?.find((one) => one.id === "city-case")?.openings ?? [];
  const of = (action: Mode) => forms.find((form) => form.action === action);
  const [report, reportSelfHandled] = [of("report"), of("reportSelfHandled")];
  const openings = { ...(report ? { report } : {}), ...(reportSelfHandled ? { reportSelfHandled } : {}) };
  return { openings, known: data !== undefined };
}
