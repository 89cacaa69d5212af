import { useQueryClient } from "@tanstack/react-query";
import { DatePicker, Form, Input, Select } from "antd";
import type { Dayjs } from "dayjs";
import { useTranslation } from "react-i18next";
import type { ComponentDetail, ComponentInspection, ComponentState } from "@xiuhua/server/api";
import { send } from "../../shared/api/index.ts";
import { FormDialog } from "../../shared/ui/index.ts";
import { componentStates, forgetComponents } from "./queries.ts";

interface Values {
  readonly state: ComponentState;
  readonly next?: Dayjs;
  readonly note?: string;
}

interface InspectionDialogProps {
  readonly component: ComponentDetail;
  readonly onClose: () => void;
}

/** Somebody looked at it: the state it was found in; the next one is due by its own interval unless said otherwise. */
export function InspectionDialog({ component, onClose }: InspectionDialogProps) {
  const { t } = useTranslation("components");
  const client = useQueryClient();
  return (
    <FormDialog<Values>
      title={t("inspect")}
      focus="note"
      initial={{ state: component.state }}
      onSave={async ({ state, next, note }) => {
        const words = note?.trim();
        const body: ComponentInspection = {
          state,
          seq: component.seq,
          ...(next ? { next: next.format("YYYY-MM-DD") } : {}),
          ...(words ? { note: words } : {}),
        };
        await send("POST", `/components/${encodeURIComponent(component.code)}/inspections`, body);
        await forgetComponents(client);
      }}
      done={t("inspected")}
      onClose={onClose}
    >
      <Form.Item name="state" label={t("found")}>
        <Select options={componentStates.map((value) => ({ value, label: t(`state.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="next"
        label={t("nextInspection")}
        extra={
          component.inspectDays === undefined ? t("noInterval") : t("byInterval", { count: component.inspectDays })
        }
      >
        <DatePicker style={{ width: "100%" }} />
      </Form.Item>
      <Form.Item name="note" label={t("note")}>
        <Input.TextArea maxLength={500} rows={3} />
      </Form.Item>
    </FormDialog>
  );
}
