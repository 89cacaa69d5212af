import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Named, Words } from "@xiuhua/server/api";
import { areasQuery, proceduresQuery, type ProcedureInfo } from "../../../shared/api/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { choicesOf } from "./choices.ts";

/** Says names that the API leaves as keys: states, requests and sources, by the words of their procedure. */
export function useNames() {
  const say = useSay();
  const { data: procedures = none } = useQuery(proceduresQuery);
  const { data: areas } = useQuery(areasQuery);
  return useMemo(() => {
    const areaNames = new Map(areas?.map((one) => [one.code, one.name]));
    const procedure = (id: string) => procedures.find((one) => one.id === id);
    const sources = new Map(procedures.flatMap((one) => choicesOf(one.subject, "source")));
    const sayOr = (words: Words | undefined, name: string) => (words === undefined ? name : say(words));
    return {
      procedures,
      procedure: (id: string) => sayOr(procedure(id)?.title, id),
      state: (id: string, name: string) => sayOr(procedure(id)?.states[name]?.title, name),
      request: (id: string, name: string) => sayOr(procedure(id)?.requests[name]?.title, name),
      /** A row has room for the sub-district; the whole name is its title. */
      area: ({ id, name }: Named) => say(areaNames.get(id.slice(0, 9)) ?? areaNames.get(id.slice(0, 6)) ?? name),
      source: (name: string) => sayOr(sources.get(name), name),
    };
  }, [procedures, areas, say]);
}
export type Names = ReturnType<typeof useNames>;

const none: readonly ProcedureInfo[] = [];
