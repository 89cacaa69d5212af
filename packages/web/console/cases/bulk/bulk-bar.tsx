import { DownOutlined } from "@ant-design/icons";
import { useQueries } from "@tanstack/react-query";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import type { ActionForm, CaseSummary } from "@xiuhua/server/api";
import { caseQuery } from "../../../shared/api/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { commonActions, oneOfEach } from "./common-actions.ts";
import "./bulk.css";

interface BulkBarProps {
  readonly rows: readonly CaseSummary[];
  readonly onAct: (form: ActionForm) => void;
  readonly onClear: () => void;
}

/** How many are selected, and what may be done with all of them. */
export function BulkBar({ rows, onAct, onClear }: BulkBarProps) {
  const { t } = useTranslation("cases");
  const say = useSay();
  const details = useQueries({
    queries: oneOfEach(rows).map((row) => caseQuery(row.no)),
    combine: (all) => ({
      pending: all.some((one) => one.isPending),
      lists: all.map((one) => one.data?.actions ?? []),
    }),
  });
  const actions = details.pending ? [] : commonActions(details.lists);
  return (
    <div className="bulk-bar" role="toolbar" aria-label={t("select.act")}>
      <strong className="number" aria-live="polite">
        {t("select.chosen", { count: rows.length })}
      </strong>
      {!details.pending && actions.length === 0 ? (
        <span className="soft">{t("select.noAction")}</span>
      ) : (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: actions.map((form) => ({
              key: form.action,
              label: say(form.title),
              danger: form.weight === "grave",
              onClick: () => onAct(form),
            })),
          }}
        >
          <Button type="primary" loading={details.pending} icon={<DownOutlined />} iconPlacement="end">
            {t(details.pending ? "select.looking" : "select.act")}
          </Button>
        </Dropdown>
      )}
      <Button type="link" onClick={onClear}>
        {t("select.clear")}
      </Button>
    </div>
  );
}
