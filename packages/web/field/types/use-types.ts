import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { CatalogueType, Words } from "@xiuhua/server/api";
import { classesQuery, get, typesQuery } from "../../shared/api/index.ts";
import { kept } from "../kept/index.ts";
import { usePack } from "../pack/index.ts";
import { findTypes, type PackType } from "./types.ts";

/** The whole catalogue, for a phone that has no pack. It knows no pinyin: for that the server is asked. */
export const catalogueQuery = queryOptions({
  queryKey: ["catalogue", "all"],
  queryFn: ({ signal }) => get<CatalogueType[]>("/catalogue/types", undefined, signal),
  staleTime: 12 * 3_600_000,
  meta: kept,
});

/** What a case can be about: from the pack, else from the catalogue as it was last read. */
export function useTypes(): readonly PackType[] {
  const pack = usePack();
  const { data } = useQuery({ ...catalogueQuery, enabled: pack === undefined });
  return useMemo(() => pack?.types ?? (data ?? []).map(withoutSound), [pack, data]);
}

const withoutSound = ({ code, kind, classCode, name, criteria }: CatalogueType): PackType => ({
  code,
  kind,
  classCode,
  name,
  matter: name,
  initials: "",
  pinyin: "",
  criteria: criteria.map(({ id, when, done }) => ({ id, when, done })),
});

/** Types that fit what was typed; by the server as well where the phone knows no pinyin. */
export function useFoundTypes(types: readonly PackType[], typed: string): readonly PackType[] | undefined {
  const asks = typed.trim() !== "" && types[0]?.pinyin === "";
  const { data } = useQuery({ ...typesQuery(typed.trim()), enabled: asks, retry: false });
  if (typed.trim() === "") return undefined;
  const here = findTypes(types, typed);
  const codes = new Set(here.map((type) => type.code));
  return [...here, ...(data ?? []).filter(({ code }) => !codes.has(code)).map(withoutSound)];
}

/** The classes by which types are listed. */
export function useClasses(): readonly { readonly code: string; readonly name: Words }[] {
  const pack = usePack();
  const { data } = useQuery({ ...classesQuery, enabled: pack === undefined, meta: kept });
  return pack?.classes ?? data ?? [];
}
