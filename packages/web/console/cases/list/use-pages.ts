import { useState } from "react";

/** The way back through a list that only knows forward: a stack of where each page began. */
export function usePages(listKey: string) {
  const [pages, setPages] = useState<{ key: string; cursors: readonly string[] }>({ key: listKey, cursors: [] });
  // Another filter is another list: it begins at its first page in the same render, without a wasted request.
  const cursors = pages.key === listKey ? pages.cursors : [];
  return {
    page: cursors.length + 1,
    after: cursors.at(-1),
    next: (cursor: string) => setPages({ key: listKey, cursors: [...cursors, cursor] }),
    previous: () => setPages({ key: listKey, cursors: cursors.slice(0, -1) }),
    first: () => setPages({ key: listKey, cursors: [] }),
  };
}
