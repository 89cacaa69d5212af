import { useQuery } from "@tanstack/react-query";
import { Segmented, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { proceduresQuery } from "../../shared/api/index.ts";
import { useTitle } from "../../shared/ui/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { Board } from "./board.tsx";
import "./pledges.css";
import { WorkTable } from "./work-table.tsx";

/** 四个决不: who has not kept which pledge, over all procedures or one; and what each unit finished in a month. */
export function PledgesPage() {
  const { t } = useTranslation("pledges");
  const say = useSay();
  const [search, setSearch] = useSearchParams();
  const work = search.get("view") === "work";
  const procedure = search.get("procedure") ?? undefined;
  const month = search.get("month") ?? undefined;
  const procedures = useQuery(proceduresQuery);
  const go = (next: Readonly<Record<string, string>>) => setSearch(next, { replace: true });
  useTitle(t(work ? "work.title" : "title"));
  return (
    <div className="page pledges">
      <header className="page-head">
        <h1>{t(work ? "work.title" : "title")}</h1>
        <Segmented
          aria-label={t("view")}
          value={work ? "work" : "board"}
          onChange={(next) => go(next === "work" ? { view: "work" } : {})}
          options={[
            { value: "board", label: t("title") },
            { value: "work", label: t("work.title") },
          ]}
        />
        {!work && (
          <Select
            aria-label={t("procedure")}
            className="pledges-procedure"
            value={procedure ?? ""}
            onChange={(next) => go(next === "" ? {} : { procedure: next })}
            options={[
              { value: "", label: t("everything") },
              ...(procedures.data ?? []).map(({ id, title }) => ({ value: id, label: say(title) })),
            ]}
          />
        )}
        <span className="page-head-note">{t(work ? "work.note" : "note")}</span>
      </header>
      {work ? (
        <WorkTable
          month={month}
          onMonth={(next) => go(next === undefined ? { view: "work" } : { view: "work", month: next })}
        />
      ) : (
        <Board procedure={procedure} />
      )}
    </div>
  );
}
