import { useTranslation } from "react-i18next";
import { useTitle } from "../../shared/ui/index.ts";
import { FilterBar } from "./filter/filter-bar.tsx";
import { conditionCount } from "./filter/list-filter.ts";
import { useFilter } from "./filter/use-filter.ts";
import { CaseList } from "./list/case-list.tsx";
import { EmptyList } from "./list/empty-list.tsx";
import { ListTools } from "./list/list-tools.tsx";
import { StateCounters } from "./queue/state-counters.tsx";
import { fitting } from "./table/fitting.ts";
import { useNames } from "./table/names.ts";
import { useTableView } from "./table/use-view.ts";

/** 全部案件: everything that I may see; with a procedure in the address, its 台账. */
export function ListPage() {
  const { t } = useTranslation("cases");
  const { t: shell } = useTranslation("shell");
  const names = useNames();
  const { filter: asked, change, replace } = useFilter();
  // Closed cases have no clock to sort by, so the newest come first unless something else is asked for.
  const filter = { ...asked, sort: asked.sort ?? ("opened" as const) };
  const table = useTableView("cases");
  const procedure = names.procedures.find((one) => one.id === asked.procedure);
  const title = procedure ? names.procedure(procedure.id) : shell("title.cases");
  useTitle(title);
  const kept = {
    ...(asked.sort ? { sort: asked.sort } : {}),
    ...(procedure ? { procedure: procedure.id } : {}),
  };
  const narrowed = conditionCount(filter) > (procedure ? 1 : 0);
  const clear = () => replace(kept);
  return (
    <div className="page">
      <header className="page-head">
        <h1>{title}</h1>
        <span className="page-head-space" />
        <ListTools filter={filter} onChange={change} onReplace={replace} table={table} />
      </header>
      {procedure && <StateCounters procedure={procedure} filter={asked} />}
      <FilterBar filter={asked} onChange={change} onClear={clear} />
      <CaseList
        filter={filter}
        view={{ ...table.view, columns: fitting(table.view.columns, procedure) }}
        wants={(state) => filter.state === undefined || filter.state.includes(state)}
        empty={
          <EmptyList
            title={procedure && !narrowed ? t("empty.ledger", { procedure: title }) : t("empty.list")}
            {...(narrowed ? { hint: t("empty.listHint"), onClear: clear } : {})}
          />
        }
      />
    </div>
  );
}
