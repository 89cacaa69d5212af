import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, DatePicker, Form, Input, Popconfirm } from "antd";
import type { Dayjs } from "dayjs";
import { useTranslation } from "react-i18next";
import type { Shift, ShiftInput } from "@xiuhua/server/api";
import { send } from "../../../shared/api/index.ts";
import { cityInstant, cityTime } from "../../../shared/time/index.ts";
import { FormDialog, useProblemText } from "../../../shared/ui/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { PersonSelect } from "../fields/person-select.tsx";
import { RoleSelect } from "../fields/role-select.tsx";

interface Values {
  readonly person: string;
  readonly role: string;
  readonly period: [Dayjs, Dayjs];
  readonly note?: string;
}

export function ShiftDialog({ shift, onClose }: { shift?: Shift; onClose: () => void }) {
  const { t } = useTranslation("people");
  const { t: common } = useTranslation();
  const say = useSay();
  const problem = useProblemText();
  const client = useQueryClient();
  const { message } = App.useApp();
  const refresh = () => client.invalidateQueries({ queryKey: ["shifts"] });
  const remove = useMutation({
    mutationFn: (id: string) => send("DELETE", `/shifts/${encodeURIComponent(id)}`),
    onSuccess: async () => {
      await refresh();
      void message.success(t("shift.deleted"));
      onClose();
    },
    onError: (error) => message.error(problem(error)),
  });
  const need = { required: true, message: t("need") };
  return (
    <FormDialog<Values>
      title={shift ? `${say(shift.personName)} · ${t("tab.shifts")}` : t("shift.create")}
      focus={shift ? "note" : "person"}
      initial={
        shift
          ? {
              person: shift.person,
              role: shift.role,
              period: [cityTime(shift.startsAt), cityTime(shift.endsAt)],
              ...(shift.note === undefined ? {} : { note: shift.note }),
            }
          : {}
      }
      onSave={async ({ person, role, period: [from, to], note }) => {
        const words = note?.trim();
        const input: ShiftInput = {
          person,
          role,
          startsAt: cityInstant(from),
          endsAt: cityInstant(to),
          ...(words ? { note: words } : {}),
        };
        await (shift ? send("PUT", `/shifts/${encodeURIComponent(shift.id)}`, input) : send("POST", "/shifts", input));
        await refresh();
      }}
      done={t("shift.saved")}
      onClose={onClose}
    >
      <Form.Item name="person" label={t("shift.person")} rules={[need]}>
        <PersonSelect {...(shift ? { labelRender: () => say(shift.personName), disabled: true } : {})} />
      </Form.Item>
      <Form.Item name="role" label={t("shift.role")} rules={[need]}>
        <RoleSelect />
      </Form.Item>
      <Form.Item name="period" label={t("shift.period")} rules={[need]}>
        <DatePicker.RangePicker
          showTime={{ format: "HH:mm", minuteStep: 5 }}
          format="YYYY-MM-DD HH:mm"
          style={{ width: "100%" }}
        />
      </Form.Item>
      <Form.Item name="note" label={t("shift.note")}>
        <Input maxLength={200} />
      </Form.Item>
      {shift && (
        <Popconfirm title={t("shift.deleteAsk")} onConfirm={() => remove.mutate(shift.id)}>
          <Button danger loading={remove.isPending}>
            {common("delete")}
          </Button>
        </Popconfirm>
      )}
    </FormDialog>
  );
}
