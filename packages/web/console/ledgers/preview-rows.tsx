import { Segmented, Table, type TableColumnsType } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { LedgerPreview } from "@xiuhua/server/api";
import { useSay } from "../../shared/words/index.ts";

type Row = LedgerPreview["items"][number];

const shows = ["all", "faulty", "doubtful"] as const;
type Show = (typeof shows)[number];

const shown: Readonly<Record<Show, (row: Row) => boolean>> = {
  all: () => true,
  faulty: (row) => row.state === "faulty",
  doubtful: (row) => row.doubts.length > 0,
};

/** The rows as they were read; a faulty cell stands out, and the reason names it. */
export function PreviewRows({ preview }: { preview: LedgerPreview }) {
  const { t } = useTranslation("ledgers");
  const say = useSay();
  const [show, setShow] = useState<Show>("all");
  const used = new Set(preview.items.flatMap((row) => Object.keys(row.shown)));
  const fields = preview.form.fields.filter((field) => used.has(field.name));
  const columns: TableColumnsType<Row> = [
    { key: "row", title: t("row"), dataIndex: "row", width: 56, fixed: "left", className: "number" },
    {
      key: "state",
      title: t("state.label"),
      width: 76,
      fixed: "left",
      render: (_, { state, no }) =>
        no === undefined ? (
          <span className="ledgers-state" data-state={state}>
            {t(`state.${state}`)}
          </span>
        ) : (
          <Link to={`/cases/${encodeURIComponent(no)}`}>{t(`state.${state}`)}</Link>
        ),
    },
    {
      key: "remarks",
      title: t("remarks"),
      width: 320,
      render: (_, row) => <Remarks row={row} />,
    },
    ...fields.map(({ name, words }) => ({
      key: name,
      title: say(words),
      width: 160,
      ellipsis: true,
      onCell: (row: Row) => ({
        className: row.faults.some((fault) => fault.field === name) ? "ledgers-cell-faulty" : "",
      }),
      render: (_: unknown, row: Row) => row.shown[name],
    })),
  ];
  const many = preview.rows > preview.items.length;
  return (
    <section className="ledgers-rows">
      <div className="ledgers-tools">
        <Segmented
          aria-label={t("show.label")}
          value={show}
          onChange={setShow}
          options={shows.map((value) => ({
            value,
            label: `${t(`show.${value}`)} ${preview.items.filter(shown[value]).length}`,
          }))}
        />
        {many && <span className="soft">{t("first")}</span>}
      </div>
      <Table<Row>
        size="small"
        rowKey="row"
        pagination={false}
        columns={columns}
        dataSource={preview.items.filter(shown[show])}
        scroll={{ x: 452 + fields.length * 160 }}
      />
      {preview.skipped.map(({ row, text, why }) => (
        <small key={row} className="soft">
          {t("skipped", { row, text, why: say(why) })}
        </small>
      ))}
    </section>
  );
}

function Remarks({ row }: { row: Row }) {
  const say = useSay();
  return (
    <ul className="ledgers-remarks">
      {row.faults.map(({ cell, message }, at) => (
        <li key={`fault ${at}`} data-fault>
          {cell !== undefined && <b>{cell} </b>}
          {say(message)}
        </li>
      ))}
      {row.doubts.map(({ cell, message }, at) => (
        <li key={`doubt ${at}`}>
          {cell !== undefined && <b>{cell} </b>}
          {say(message)}
        </li>
      ))}
    </ul>
  );
}
