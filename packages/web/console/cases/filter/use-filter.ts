import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { filterOf, readFilter, writeFilter, type ListFilter } from "./list-filter.ts";

export type FilterPart = { [Key in keyof ListFilter]?: ListFilter[Key] | undefined };

/** The filter in the address, and the way to change parts of it (`undefined` takes a part out). */
export function useFilter() {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => readFilter(params), [params]);
  const replace = useCallback((next: ListFilter) => setParams(writeFilter(next)), [setParams]);
  const change = useCallback(
    (part: FilterPart) => setParams((old) => writeFilter(filterOf({ ...readFilter(old), ...part }))),
    [setParams],
  );
  return { filter, change, replace };
}
