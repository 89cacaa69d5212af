import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Form, Input, Modal, Select } from "antd";
import { useTranslation } from "react-i18next";
import { send } from "../../../shared/api/index.ts";
import { useProblemText } from "../../../shared/ui/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { useMe } from "../../session/index.ts";
import type { ListFilter } from "../filter/list-filter.ts";

interface Values {
  readonly name: string;
  readonly unit: string;
}

/** The choice “only me” as a value that a select can hold. */
const self = "";

export function SaveFilterDialog({ filter, onClose }: { filter: ListFilter; onClose: () => void }) {
  const { t } = useTranslation("cases");
  const say = useSay();
  const problem = useProblemText();
  const me = useMe();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const save = useMutation({
    mutationFn: ({ name, unit }: Values) =>
      send("POST", "/filters", { name: name.trim(), query: filter, ...(unit === self ? {} : { unit }) }),
    onSuccess: async (_, { name }) => {
      await client.invalidateQueries({ queryKey: ["filters"] });
      void message.success(t("saved.saved", { name: name.trim() }));
      onClose();
    },
  });
  const units = new Map(me.grants.map((grant) => [grant.unit, say(grant.unitName)]));
  return (
    <Modal
      open
      width={400}
      title={t("saved.save")}
      afterOpenChange={(shown) => shown && form.focusField("name")}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={save.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ unit: self }}
        onFinish={(values) => save.mutate(values)}
      >
        {save.error && <Alert type="error" showIcon role="alert" title={problem(save.error)} />}
        <Form.Item
          name="name"
          label={t("saved.name")}
          rules={[{ required: true, whitespace: true, message: t("saved.needName") }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="unit" label={t("saved.share")}>
          <Select
            options={[
              { value: self, label: t("saved.self") },
              ...[...units].map(([value, label]) => ({ value, label })),
            ]}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
