import { useState } from "react";
import { readView, standardView, type TableView } from "./column-names.ts";

/** Columns and row height of one list, kept on this machine. */
export function useTableView(list: string) {
  const key = `xiuhua.table.${list}`;
  const [view, setView] = useState(() => readView(localStorage.getItem(key)));
  return {
    view,
    change: (part: Partial<TableView>) => {
      const next = { ...view, ...part };
      localStorage.setItem(key, JSON.stringify(next));
      setView(next);
    },
    reset: () => {
      localStorage.removeItem(key);
      setView(standardView);
    },
  };
}
