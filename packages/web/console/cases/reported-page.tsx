import { useTranslation } from "react-i18next";
import { useTitle } from "../../shared/ui/index.ts";
import { FilterBar } from "./filter/filter-bar.tsx";
import { conditionCount } from "./filter/list-filter.ts";
import { useFilter } from "./filter/use-filter.ts";
import { CaseList } from "./list/case-list.tsx";
import { EmptyList } from "./list/empty-list.tsx";
import { ListTools } from "./list/list-tools.tsx";
import { useTableView } from "./table/use-view.ts";

/** 我上报的: what I reported and how it goes on, the newest first. */
export function ReportedPage() {
  const { t } = useTranslation("cases");
  const { t: shell } = useTranslation("shell");
  const { filter: asked, change, replace } = useFilter();
  const filter = { ...asked, queue: "reported" as const, sort: asked.sort ?? ("opened" as const) };
  const table = useTableView("reported");
  useTitle(shell("title.reported"));
  const narrowed = conditionCount(filter) > 0;
  const clear = () => replace({});
  return (
    <div className="page">
      <header className="page-head">
        <h1>{shell("title.reported")}</h1>
        <span className="page-head-space" />
        <ListTools filter={filter} onChange={change} table={table} />
      </header>
      <FilterBar filter={filter} onChange={change} onClear={clear} />
      <CaseList
        filter={filter}
        view={table.view}
        wants={() => false}
        empty={
          narrowed ? (
            <EmptyList title={t("empty.list")} hint={t("empty.listHint")} onClear={clear} />
          ) : (
            <EmptyList title={t("empty.reported")} hint={t("empty.reportedHint")} />
          )
        }
      />
    </div>
  );
}
