import { useState } from "react";
import { readView, standardView, type TableView } from "./column-names.ts";

/**
 * Columns and row height of one list, kept on this machine.
 * @param usual how the list looks before anybody chose
 */
export function useTableView(list: string, usual: TableView = standardView) {
  const key = `xiuhua.table.${list}`;
  const [view, setView] = useState(() => readView(localStorage.getItem(key), usual));
  return {
    view,
    change: (part: Partial<TableView>) => {
      const next = { ...view, ...part };
      localStorage.setItem(key, JSON.stringify(next));
      setView(next);
    },
    reset: () => {
      localStorage.removeItem(key);
      setView(usual);
    },
  };
}
