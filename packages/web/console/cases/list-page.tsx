import { useTranslation } from "react-i18next";
import { useTitle } from "../../shared/ui/index.ts";
import { FilterBar } from "./filter/filter-bar.tsx";
import { conditionCount } from "./filter/list-filter.ts";
import { useFilter } from "./filter/use-filter.ts";
import { CaseList } from "./list/case-list.tsx";
import { EmptyList } from "./list/empty-list.tsx";
import { ListTools } from "./list/list-tools.tsx";
import { useTableView } from "./table/use-view.ts";

/** 全部案件: everything that I may see. */
export function ListPage() {
  const { t } = useTranslation("cases");
  const { t: shell } = useTranslation("shell");
  const { filter: asked, change, replace } = useFilter();
  // Closed cases have no clock to sort by, so the newest come first unless something else is asked for.
  const filter = { ...asked, sort: asked.sort ?? ("opened" as const) };
  const table = useTableView("cases");
  useTitle(shell("title.cases"));
  const clear = () => replace(asked.sort ? { sort: asked.sort } : {});
  return (
    <div className="page">
      <header className="page-head">
        <h1>{shell("title.cases")}</h1>
        <span className="page-head-space" />
        <ListTools filter={filter} onChange={change} onReplace={replace} table={table} />
      </header>
      <FilterBar filter={asked} onChange={change} onClear={clear} />
      <CaseList
        filter={filter}
        view={table.view}
        wants={(state) => filter.state === undefined || filter.state.includes(state)}
        empty={
          <EmptyList
            title={t("empty.list")}
            {...(conditionCount(filter) > 0 ? { hint: t("empty.listHint"), onClear: clear } : {})}
          />
        }
      />
    </div>
  );
}
