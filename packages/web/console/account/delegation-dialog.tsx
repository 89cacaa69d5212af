import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, App, DatePicker, Empty, Form, Modal, Select } from "antd";
import type { Dayjs } from "dayjs";
import { useTranslation } from "react-i18next";
import type { DelegationInput, Grant, Person } from "@xiuhua/server/api";
import { send } from "../../shared/api/index.ts";
import { cityInstant } from "../../shared/time/index.ts";
import { useProblemText } from "../../shared/ui/index.ts";
import { useSay } from "../../shared/words/index.ts";
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
  const say = useSay();
  const problem = useProblemText();
  const client = useQueryClient();
  const { message } = App.useApp();
  const grantText = useGrantText();
  const me = useMe();
  const [form] = Form.useForm<Values>();
  // What was lent to me is not mine to lend on.
  const own = me.grants.filter((grant: Grant) => grant.delegatedFrom === undefined);
  const delegate = useMutation({
    mutationFn: ({ grant, to, period: [from, until] }: Values) => {
      const input: DelegationInput = { grant, to, validFrom: cityInstant(from), validTo: cityInstant(until) };
      return send("POST", "/delegations", input);
    },
    onSuccess: async (_, { to }) => {
      const people = client.getQueriesData<Person[]>({ queryKey: ["people"] }).flatMap(([, found]) => found ?? []);
      const name = people.find((person) => person.id === to)?.name;
      void message.success(t("delegate.done", { name: name ? say(name) : to }));
      await client.invalidateQueries({ queryKey: ["delegations"] });
      onClose();
    },
  });
  const need = { required: true, message: t("delegate.need") };
  return (
    <Modal
      open
      width={460}
      title={t("delegate.title")}
      okText={t("delegate.submit")}
      okButtonProps={{ disabled: own.length === 0 }}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={delegate.isPending}
    >
      {own.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("delegate.noGrant")} />
      ) : (
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ grant: own[0]?.id }}
          onFinish={(values) => delegate.mutate(values)}
        >
          <p className="soft">{t("delegate.hint")}</p>
          {delegate.error && <Alert type="error" showIcon role="alert" title={problem(delegate.error)} />}
          <Form.Item name="grant" label={t("delegate.grant")} rules={[need]}>
            <Select options={own.map((grant) => ({ value: grant.id, label: grantText(grant) }))} />
          </Form.Item>
          <Form.Item name="to" label={t("delegate.to")} rules={[need]}>
            <PersonSelect placeholder={t("delegate.toHint")} />
          </Form.Item>
          <Form.Item name="period" label={t("delegate.period")} rules={[need]}>
            <DatePicker.RangePicker
              showTime={{ format: "HH:mm" }}
              format="YYYY-MM-DD HH:mm"
              style={{ width: "100%" }}
            />
          </Form.Item>
        </Form>
      )}
    </Modal>
  );
}
