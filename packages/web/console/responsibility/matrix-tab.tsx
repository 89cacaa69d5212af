import { LeftOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ResponsibilityRow, ResponsibilityRule } from "@xiuhua/server/api";
import { Failure } from "../../shared/ui/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { isAdministrator, useMe } from "../session/index.ts";
import { MatrixCell } from "./matrix-cell.tsx";
import { matrixQuery } from "./queries.ts";
import { RuleDialog, type RuleDraft } from "./rule-dialog.tsx";
import { Tester } from "./tester.tsx";

interface Editing {
  readonly rule?: ResponsibilityRule;
  readonly draft?: RuleDraft;
}

/** A row a class or type, a column a district: who gets it there, and by what. Beside it the tester. */
export function MatrixTab() {
  const { t } = useTranslation("responsibility");
  const say = useSay();
  const mayChange = isAdministrator(useMe());
  const [opened, open] = useState<{ id: string; name: string }>();
  const [editing, edit] = useState<Editing>();
  const matrix = useQuery(matrixQuery(opened?.id));

  const cellOf = (row: ResponsibilityRow, area: string) => row.cells.find((cell) => cell.area === area);
  const change = (row: ResponsibilityRow, area: string) => {
    const rule = matrix.data?.rules.find((one) => one.id === cellOf(row, area)?.rule);
    // A rule for more than this cell is not changed from here by surprise: a narrower one is proposed beside it.
    const own = rule?.area?.id === area && (rule.type?.id ?? "") === row.id;
    edit(own ? { rule } : { draft: { area, ...(row.id === "" ? {} : { type: row.id }) } });
  };
  return (
    <div className="responsibility-split">
      <section className="responsibility-matrix" aria-label={t("tab.matrix")}>
        <div className="responsibility-tools">
          {opened && (
            <Button icon={<LeftOutlined />} onClick={() => open(undefined)}>
              {t("matrix.allClasses")}
            </Button>
          )}
          <strong>{opened ? opened.name : t("matrix.byClass")}</strong>
          <span className="page-head-note">{t(mayChange ? "matrix.hintChange" : "matrix.hint")}</span>
        </div>
        {matrix.error ? (
          <Failure error={matrix.error} onRetry={() => void matrix.refetch()} />
        ) : (
          <Table<ResponsibilityRow>
            size="small"
            bordered
            rowKey="id"
            sticky
            aria-label={t("tab.matrix")}
            loading={matrix.isPending}
            pagination={false}
            dataSource={matrix.data?.rows ?? []}
            columns={[
              {
                title: t(opened ? "matrix.type" : "matrix.class"),
                width: 190,
                fixed: "left",
                render: (_, row) => (
                  <>
                    {row.level === "class" ? (
                      <button
                        type="button"
                        className="responsibility-open"
                        onClick={() => open({ id: row.id, name: say(row.name) })}
                      >
                        {say(row.name)}
                      </button>
                    ) : (
                      say(row.name)
                    )}
                    {row.id !== "" && <span className="case-faint number"> {row.id}</span>}
                  </>
                ),
              },
              ...(matrix.data?.districts ?? []).map((district) => ({
                key: district.id,
                title: say(district.name),
                width: 128,
                render: (_: unknown, row: ResponsibilityRow) => (
                  <MatrixCell
                    cell={cellOf(row, district.id)}
                    nobody={t(row.level === "type" ? "matrix.nobody" : "matrix.noRule")}
                    label={`${say(row.name)}，${say(district.name)}`}
                    {...(mayChange ? { onChange: () => change(row, district.id) } : {})}
                  />
                ),
              })),
            ]}
          />
        )}
      </section>
      <Tester />
      {editing && <RuleDialog {...editing} onClose={() => edit(undefined)} />}
    </div>
  );
}
