import { useQuery } from "@tanstack/react-query";
import { useEffect, useState, type ReactNode } from "react";
import type { ActionForm, CaseSummary } from "@xiuhua/server/api";
import { Failure } from "../../../shared/ui/index.ts";
import { changes, concerning, LivePill, useChanges } from "../../live/index.ts";
import { BulkBar } from "../bulk/bulk-bar.tsx";
import { BulkDialog } from "../bulk/bulk-dialog.tsx";
import { writeFilter, type ListFilter } from "../filter/list-filter.ts";
import { CaseTable } from "../table/case-table.tsx";
import type { TableView } from "../table/column-names.ts";
import { casesQuery } from "./case-queries.ts";
import { ListHelp } from "./list-help.tsx";
import { storedPageSize, storePageSize } from "./page-size.ts";
import { Pager } from "./pager.tsx";
import { usePages } from "./use-pages.ts";
import "./list.css";

interface CaseListProps {
  readonly filter: ListFilter;
  readonly view: TableView;
  readonly empty: ReactNode;
  /** Whether a case that moved into this state would belong here. */
  readonly wants: (state: string) => boolean;
}

/** The table with its pages, its selection and the news that it has not shown yet. */
export function CaseList({ filter, view, empty, wants }: CaseListProps) {
  const [size, setSize] = useState(storedPageSize);
  const listKey = `${size}?${writeFilter(filter).toString()}`;
  const pages = usePages(listKey);
  const found = useQuery(casesQuery(filter, size, pages.after));
  const [selection, select] = useState<{ key: string; numbers: readonly string[] }>({ key: "", numbers: [] });
  // Outlives the selection: what was acted upon leaves the list while its results are read.
  const [acting, act] = useState<{ form: ActionForm; rows: readonly CaseSummary[] }>();
  const [help, setHelp] = useState(false);
  const news = useChanges();
  const rows = found.data?.items ?? [];
  const fresh = found.isPlaceholderData ? 0 : found.dataUpdatedAt;
  useEffect(() => {
    if (fresh > 0) changes.clear();
  }, [fresh]);

  // A selection belongs to the page it was made on: nothing off the screen is acted upon.
  const pageKey = `${listKey}#${pages.page}`;
  const selected = selection.key === pageKey ? selection.numbers : [];
  const chosen = rows.filter((row) => selected.includes(row.no));
  const onSelect = (numbers: readonly string[]) => select({ key: pageKey, numbers });

  if (found.error && !found.data) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <>
      {found.error && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      <CaseTable
        rows={rows}
        view={view}
        loading={found.isPending}
        stale={found.isPlaceholderData}
        empty={empty}
        selected={selected}
        onSelect={onSelect}
        onHelp={() => setHelp(true)}
      />
      <Pager
        page={pages.page}
        next={found.data?.next}
        busy={found.isPlaceholderData}
        size={size}
        onPrevious={pages.previous}
        onNext={pages.next}
        onSize={(next) => {
          storePageSize(next);
          setSize(next);
        }}
      >
        {chosen.length > 0 && (
          <BulkBar rows={chosen} onAct={(form) => act({ form, rows: chosen })} onClear={() => onSelect([])} />
        )}
        <LivePill
          count={concerning(news.cases, rows, wants)}
          missed={news.missed}
          onRefresh={() => void found.refetch()}
        />
      </Pager>
      {acting && (
        <BulkDialog
          {...acting}
          onClose={(done) => {
            act(undefined);
            if (done) onSelect([]);
          }}
        />
      )}
      <ListHelp open={help} onClose={() => setHelp(false)} />
    </>
  );
}
