import { useQuery } from "@tanstack/react-query";
import { Select, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { proceduresQuery } from "../../shared/api/index.ts";
import { Failure, useTitle } from "../../shared/ui/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { PledgeCard } from "./pledge-card.tsx";
import "./pledges.css";
import { pledges } from "./pledges.ts";
import { pledgesQuery } from "./queries.ts";
import { UnitTable } from "./unit-table.tsx";

/** 四个决不: who has not kept which pledge, over all procedures or one; every figure is one click from its cases. */
export function PledgesPage() {
  const { t } = useTranslation("pledges");
  const say = useSay();
  const [search, setSearch] = useSearchParams();
  const procedure = search.get("procedure") ?? undefined;
  const procedures = useQuery(proceduresQuery);
  const board = useQuery(pledgesQuery(procedure));
  useTitle(t("title"));
  return (
    <div className="page pledges">
      <header className="page-head">
        <h1>{t("title")}</h1>
        <Select
          aria-label={t("procedure")}
          className="pledges-procedure"
          value={procedure ?? ""}
          onChange={(next) => setSearch(next === "" ? {} : { procedure: next }, { replace: true })}
          options={[
            { value: "", label: t("everything") },
            ...(procedures.data ?? []).map(({ id, title }) => ({ value: id, label: say(title) })),
          ]}
        />
        <span className="page-head-note">{t("note")}</span>
      </header>
      {board.error ? (
        <Failure error={board.error} onRetry={() => void board.refetch()} />
      ) : board.data ? (
        <>
          <div className="pledge-cards">
            {pledges.map((pledge) => (
              <PledgeCard key={pledge} pledge={pledge} board={board.data} procedure={procedure} />
            ))}
          </div>
          <UnitTable units={board.data.units} procedure={procedure} />
        </>
      ) : (
        <Skeleton active />
      )}
    </div>
  );
}
