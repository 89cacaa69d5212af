import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useTitle } from "../../shared/ui/index.ts";
import { useGrantText } from "../people/index.ts";
import { useMe } from "../session/index.ts";
import { conditionCount } from "./filter/list-filter.ts";
import { useFilter } from "./filter/use-filter.ts";
import { CaseList } from "./list/case-list.tsx";
import { countsQuery } from "./list/case-queries.ts";
import { EmptyList } from "./list/empty-list.tsx";
import { ListTools } from "./list/list-tools.tsx";
import { Counters } from "./queue/counters.tsx";
import { useTableView } from "./table/use-view.ts";

/** 我的待办: what waits for me, the most urgent first. */
export function QueuePage() {
  const { t } = useTranslation("cases");
  const { t: shell } = useTranslation("shell");
  const { filter: asked, change, replace } = useFilter();
  const filter = { ...asked, queue: "mine" as const };
  const table = useTableView("queue");
  const counts = useQuery(countsQuery({ queue: "mine" }));
  const me = useMe();
  const grantText = useGrantText();
  const total = counts.data?.mine.total;
  useTitle(total ? `(${total}) ${shell("title.queue")}` : shell("title.queue"));
  const waiting = new Set(counts.data?.states.map((one) => one.state));
  const narrowed = conditionCount(filter) > 0;
  return (
    <div className="page">
      <header className="page-head">
        <h1>{shell("title.queue")}</h1>
        <span className="page-head-note">{me.grants.map((grant) => grantText(grant)).join("；")}</span>
        <span className="page-head-space" />
        <ListTools filter={filter} onChange={change} table={table} />
      </header>
      <Counters counts={counts} filter={asked} />
      <CaseList
        filter={filter}
        view={table.view}
        wants={(state) => waiting.has(state)}
        empty={
          narrowed ? (
            <EmptyList title={t("empty.queueFiltered")} onClear={() => replace({})} />
          ) : (
            <EmptyList title={t("empty.queue")} hint={t("empty.queueHint")} />
          )
        }
      />
    </div>
  );
}
