import { DownloadOutlined, PlusOutlined, UploadOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Empty, Input, Table, Tag } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ResponsibilityRule } from "@xiuhua/server/api";
import { address } from "../../shared/api/index.ts";
import { Failure } from "../../shared/ui/index.ts";
import { useLanguage, useSay } from "../../shared/words/index.ts";
import { isAdministrator, useMe } from "../session/index.ts";
import { ImportDialog } from "./import-dialog.tsx";
import { matrixQuery } from "./queries.ts";
import { RuleDialog } from "./rule-dialog.tsx";

/** Every rule as a sentence, those out of force too; in and out as CSV. */
export function RulesTab() {
  const { t } = useTranslation("responsibility");
  const say = useSay();
  const language = useLanguage();
  const mayChange = isAdministrator(useMe());
  const [words, setWords] = useState("");
  const [editing, edit] = useState<{ rule?: ResponsibilityRule }>();
  const [importing, setImporting] = useState(false);
  const rules = useQuery(matrixQuery(undefined));
  const shown = useMemo(
    () => (rules.data?.rules ?? []).filter((rule) => `${say(rule.words)}${rule.note ?? ""}`.includes(words.trim())),
    [rules.data, say, words],
  );
  return (
    <div className="responsibility-rules">
      <div className="responsibility-tools">
        <Input.Search
          allowClear
          className="responsibility-search"
          aria-label={t("rule.search")}
          placeholder={t("rule.search")}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <span className="page-head-space" />
        <Button icon={<DownloadOutlined />} href={address("/responsibility/export.csv", { language })} download>
          {t("rule.export")}
        </Button>
        {mayChange && (
          <>
            <Button icon={<UploadOutlined />} onClick={() => setImporting(true)}>
              {t("rule.import")}
            </Button>
            <Button type="primary" icon={<PlusOutlined />} onClick={() => edit({})}>
              {t("rule.create")}
            </Button>
          </>
        )}
      </div>
      {rules.error ? (
        <Failure error={rules.error} onRetry={() => void rules.refetch()} />
      ) : (
        <Table<ResponsibilityRule>
          size="small"
          rowKey="id"
          sticky
          aria-label={t("tab.rules")}
          loading={rules.isPending}
          pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
          dataSource={shown}
          locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("rule.none")} /> }}
          columns={[
            { title: t("rule.rule"), render: (_, rule) => say(rule.words) },
            { title: t("rule.unit"), width: "24%", render: (_, rule) => say(rule.unit.name) },
            {
              title: t("rule.validity"),
              width: 210,
              render: (_, { validFrom, validTo, inForce }) => (
                <>
                  <span className="number">
                    {validFrom === undefined && validTo === undefined
                      ? t("rule.always")
                      : `${validFrom ?? ""} – ${validTo ?? ""}`}
                  </span>{" "}
                  {!inForce && <Tag>{t("rule.notInForce")}</Tag>}
                </>
              ),
            },
            { title: t("rule.note"), width: 220, render: (_, rule) => rule.note },
            ...(mayChange
              ? [
                  {
                    title: "",
                    width: 80,
                    render: (_: unknown, rule: ResponsibilityRule) => (
                      <Button type="link" size="small" onClick={() => edit({ rule })}>
                        {t("rule.change")}
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {editing && <RuleDialog {...editing} onClose={() => edit(undefined)} />}
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </div>
  );
}
