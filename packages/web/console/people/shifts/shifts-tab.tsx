import { LeftOutlined, PlusOutlined, RightOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Empty, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Shift } from "@xiuhua/server/api";
import { get } from "../../../shared/api/index.ts";
import { cityTime } from "../../../shared/time/index.ts";
import { Failure } from "../../../shared/ui/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { useRoleNames } from "../fields/grant-text.ts";
import { ShiftDialog } from "./shift-dialog.tsx";
import { shiftRows, weekOf, type ShiftRow } from "./week.ts";

/** Who is on duty in a week: a row a person, a column a day. */
export function ShiftsTab() {
  const { t } = useTranslation("people");
  const say = useSay();
  const roles = useRoleNames();
  const [monday, setMonday] = useState(() => weekOf(new Date()));
  const [editing, edit] = useState<{ shift?: Shift }>();
  const until = monday.add(7, "day");
  const shifts = useQuery({
    queryKey: ["shifts", monday.valueOf()],
    queryFn: ({ signal }) => get<Shift[]>("/shifts", { from: monday.toISOString(), to: until.toISOString() }, signal),
  });
  return (
    <div className="shifts">
      <div className="persons-tools">
        <Button
          icon={<LeftOutlined />}
          aria-label={t("shift.previous")}
          onClick={() => setMonday(monday.subtract(7, "day"))}
        />
        <Button onClick={() => setMonday(weekOf(new Date()))}>{t("shift.today")}</Button>
        <Button icon={<RightOutlined />} aria-label={t("shift.next")} onClick={() => setMonday(until)} />
        <strong className="number" aria-live="polite">
          {t("shift.week", { from: monday.format("YYYY-MM-DD"), to: until.subtract(1, "day").format("YYYY-MM-DD") })}
        </strong>
        <span className="page-head-space" />
        <Button type="primary" icon={<PlusOutlined />} onClick={() => edit({})}>
          {t("shift.create")}
        </Button>
      </div>
      {shifts.error ? (
        <Failure error={shifts.error} onRetry={() => void shifts.refetch()} />
      ) : (
        <Table<ShiftRow>
          size="small"
          rowKey="key"
          bordered
          tableLayout="fixed"
          aria-label={t("shift.calendar")}
          loading={shifts.isPending}
          pagination={false}
          dataSource={shiftRows(shifts.data ?? [], monday)}
          locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("shift.none")} /> }}
          columns={[
            {
              title: t("shift.person"),
              width: 150,
              render: (_, row) => (
                <>
                  <strong>{say(row.person)}</strong>
                  <div className="persons-title">{roles.name(row.role)}</div>
                </>
              ),
            },
            ...Array.from({ length: 7 }, (_, at) => {
              const day = monday.add(at, "day");
              return {
                key: String(at),
                title: day.format("ddd MM-DD"),
                render: (_value: unknown, row: ShiftRow) =>
                  row.days[at]?.map((shift) => (
                    <button
                      key={shift.id}
                      type="button"
                      className="shift number"
                      title={shift.note}
                      onClick={() => edit({ shift })}
                    >
                      {cityTime(shift.startsAt).format("HH:mm")}–{cityTime(shift.endsAt).format("HH:mm")}
                    </button>
                  )),
              };
            }),
          ]}
        />
      )}
      {editing && <ShiftDialog {...editing} onClose={() => edit(undefined)} />}
    </div>
  );
}
