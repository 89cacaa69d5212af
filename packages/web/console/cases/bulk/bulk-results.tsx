import { CheckCircleFilled, CloseCircleFilled } from "@ant-design/icons";
import { Button, Table } from "antd";
import { Link } from "react-router";
import { useTranslation } from "react-i18next";
import type { BulkResult, CaseSummary } from "@xiuhua/server/api";
import { useSay } from "../../../shared/words/index.ts";
import { useNames } from "../table/names.ts";

type Line = BulkResult["results"][number];

interface BulkResultsProps {
  readonly results: readonly Line[];
  readonly cases: readonly CaseSummary[];
  readonly onClose: () => void;
}

/** The refused first: they are what is left to do. */
export function BulkResults({ results, cases, onClose }: BulkResultsProps) {
  const { t } = useTranslation("cases");
  const { t: common } = useTranslation();
  const say = useSay();
  const names = useNames();
  const refused = results.filter((line) => !line.ok);
  const done = results.filter((line) => line.ok);
  const caseOf = (no: string) => cases.find((one) => one.no === no);
  const outcome = (line: Line): string => {
    if (line.message) return say(line.message);
    const procedure = caseOf(line.no)?.procedure;
    return line.state && procedure ? t("bulk.now", { state: names.state(procedure, line.state) }) : "";
  };
  return (
    <div className="stack">
      <p className="bulk-summary" aria-live="polite">
        <span>
          <CheckCircleFilled className="bulk-done" /> {t("bulk.done", { count: done.length })}
        </span>
        {refused.length > 0 && (
          <span>
            <CloseCircleFilled className="bulk-refused" /> {t("bulk.refused", { count: refused.length })}
          </span>
        )}
      </p>
      <Table<Line>
        size="small"
        rowKey="no"
        pagination={false}
        scroll={{ y: 360 }}
        dataSource={[...refused, ...done]}
        columns={[
          {
            title: t("column.no"),
            width: 156,
            render: (_, line) => (
              <Link className="number" to={`/cases/${line.no}`}>
                {line.no}
              </Link>
            ),
          },
          { title: t("column.title"), ellipsis: true, render: (_, line) => caseOf(line.no)?.title },
          {
            title: t("bulk.result"),
            width: 84,
            render: (_, line) => (
              <span className={line.ok ? "bulk-done" : "bulk-refused"}>{t(line.ok ? "bulk.ok" : "bulk.no")}</span>
            ),
          },
          { title: t("bulk.reason"), width: 200, render: (_, line) => outcome(line) },
        ]}
      />
      <Button className="bulk-close" type="primary" onClick={onClose}>
        {common("close")}
      </Button>
    </div>
  );
}
