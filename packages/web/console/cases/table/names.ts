import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { proceduresQuery, type ProcedureInfo } from "../../../shared/api/index.ts";
import { useSay } from "../../../shared/words/index.ts";

const sources = ["collector", "hotline", "web", "video", "leader", "department", "transfer"] as const;
export type Source = (typeof sources)[number];

/** Says names that the API leaves as keys: states, requests, actions by their procedure, and sources. */
export function useNames() {
  const say = useSay();
  const { t } = useTranslation("cases");
  const { data = [] } = useQuery(proceduresQuery);
  const procedure = (id: string): ProcedureInfo | undefined => data.find((one) => one.id === id);
  return {
    procedures: data,
    state: (id: string, name: string) => sayOr(procedure(id)?.states[name], name),
    request: (id: string, name: string) => sayOr(procedure(id)?.requests[name], name),
    source: (name: string) => {
      const known = sources.find((one) => one === name);
      return known === undefined ? name : t(`source.${known}`);
    },
    procedure: (id: string) => sayOr(procedure(id), id),
    sources,
  };

  function sayOr(titled: { title: { zh: string; en: string } } | undefined, name: string): string {
    return titled === undefined ? name : say(titled.title);
  }
}
export type Names = ReturnType<typeof useNames>;
