import { useQueryClient } from "@tanstack/react-query";
import { DatePicker, Empty, Form, Modal, Select } from "antd";
import type { Dayjs } from "dayjs";
import { useTranslation } from "react-i18next";
import type { Delegation, DelegationInput } from "@xiuhua/server/api";
import { send } from "../../shared/api/index.ts";
import { cityInstant } from "../../shared/time/index.ts";
import { FormDialog } from "../../shared/ui/index.ts";
import { PersonSelect, useGrantText } from "../people/index.ts";
import { useMe } from "../session/index.ts";

interface Values {
  readonly grant: string;
  readonly to: string;
  readonly period: [Dayjs, Dayjs];
}

/** Lends one of one's own roles to a colleague for a time. */
export function DelegationDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("account");
  const client = useQueryClient();
  const grantText = useGrantText();
  const me = useMe();
  // What was lent to me is not mine to lend on.
  const own = me.grants.filter((grant) => grant.delegatedFrom === undefined);
  if (own.length === 0)
    return (
      <Modal open width={440} title={t("delegate.title")} footer={null} onCancel={onClose}>
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("delegate.noGrant")} />
      </Modal>
    );
  const need = { required: true, message: t("delegate.need") };
  return (
    <FormDialog<Values>
      title={t("delegate.title")}
      okText={t("delegate.submit")}
      focus="to"
      initial={own[0] ? { grant: own[0].id } : {}}
      onSave={async ({ grant, to, period: [from, until] }) => {
        const input: DelegationInput = { grant, to, validFrom: cityInstant(from), validTo: cityInstant(until) };
        await send<Delegation>("POST", "/delegations", input);
        await client.invalidateQueries({ queryKey: ["delegations"] });
      }}
      done={t("delegate.done")}
      onClose={onClose}
    >
      <p className="soft">{t("delegate.hint")}</p>
      <Form.Item name="grant" label={t("delegate.grant")} rules={[need]}>
        <Select options={own.map((grant) => ({ value: grant.id, label: grantText(grant) }))} />
      </Form.Item>
      <Form.Item name="to" label={t("delegate.to")} rules={[need]}>
        <PersonSelect placeholder={t("delegate.toHint")} />
      </Form.Item>
      <Form.Item name="period" label={t("delegate.period")} rules={[need]}>
        <DatePicker.RangePicker showTime={{ format: "HH:mm" }} format="YYYY-MM-DD HH:mm" style={{ width: "100%" }} />
      </Form.Item>
    </FormDialog>
  );
}
