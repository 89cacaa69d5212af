import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Words } from "@xiuhua/server/api";
import { proceduresQuery, type ProcedureInfo } from "../../../shared/api/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { choicesOf } from "./choices.ts";

/** Says names that the API leaves as keys: states, requests and sources, by the words of their procedure. */
export function useNames() {
  const say = useSay();
  const { data: procedures = none } = useQuery(proceduresQuery);
  return useMemo(() => {
    const procedure = (id: string) => procedures.find((one) => one.id === id);
    const sources = new Map(procedures.flatMap((one) => choicesOf(one.subject, "source")));
    const sayOr = (words: Words | undefined, name: string) => (words === undefined ? name : say(words));
    return {
      procedures,
      sources: [...sources.keys()],
      procedure: (id: string) => sayOr(procedure(id)?.title, id),
      state: (id: string, name: string) => sayOr(procedure(id)?.states[name]?.title, name),
      request: (id: string, name: string) => sayOr(procedure(id)?.requests[name]?.title, name),
      source: (name: string) => sayOr(sources.get(name), name),
    };
  }, [procedures, say]);
}
export type Names = ReturnType<typeof useNames>;

const none: readonly ProcedureInfo[] = [];
