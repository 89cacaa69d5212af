import { useQuery } from "@tanstack/react-query";
import { areasQuery } from "../../../shared/api/index.ts";
import { useMe } from "../../session/index.ts";

/** The area that was asked for, else the largest that the reader watches; undefined until the areas are known. */
export function useArea(asked: string | undefined): string | undefined {
  const me = useMe();
  const { data = [] } = useQuery(areasQuery);
  if (asked !== undefined) return asked;
  const own = me.grants.flatMap(({ area }) => (area === undefined ? [] : [area]));
  const widest = own.toSorted((one, other) => one.length - other.length)[0];
  return own.length < me.grants.length ? data.find(({ parent }) => parent === undefined)?.code : widest;
}
