import { useQueryClient } from "@tanstack/react-query";
import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { ComponentDetail, ComponentState, ComponentStateChange } from "@xiuhua/server/api";
import { send } from "../../shared/api/index.ts";
import { FormDialog } from "../../shared/ui/index.ts";
import { componentStates, forgetComponents } from "./queries.ts";

interface Values {
  readonly state: ComponentState;
  readonly note?: string;
}

interface StateDialogProps {
  readonly component: ComponentDetail;
  readonly onClose: () => void;
}

/** In which state a component is now. */
export function StateDialog({ component, onClose }: StateDialogProps) {
  const { t } = useTranslation("components");
  const client = useQueryClient();
  return (
    <FormDialog<Values>
      title={t("changeState")}
      focus="state"
      initial={{ state: component.state }}
      onSave={async ({ state, note }) => {
        const words = note?.trim();
        const body: ComponentStateChange = { state, seq: component.seq, ...(words ? { note: words } : {}) };
        await send("POST", `/components/${encodeURIComponent(component.code)}/state`, body);
        await forgetComponents(client);
      }}
      done={t("saved")}
      onClose={onClose}
    >
      <Form.Item name="state" label={t("stateTitle")}>
        <Select options={componentStates.map((value) => ({ value, label: t(`state.${value}`) }))} />
      </Form.Item>
      <Form.Item name="note" label={t("note")}>
        <Input.TextArea maxLength={500} rows={3} />
      </Form.Item>
    </FormDialog>
  );
}
