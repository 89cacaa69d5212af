import { useQueryClient } from "@tanstack/react-query";
import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { send } from "../../../shared/api/index.ts";
import { FormDialog } from "../../../shared/ui/index.ts";
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
  const me = useMe();
  const client = useQueryClient();
  const units = new Map(me.grants.map((grant) => [grant.unit, say(grant.unitName)]));
  return (
    <FormDialog<Values>
      title={t("saved.save")}
      width={400}
      focus="name"
      initial={{ unit: self }}
      onSave={async ({ name, unit }) => {
        await send("POST", "/filters", { name: name.trim(), query: filter, ...(unit === self ? {} : { unit }) });
        await client.invalidateQueries({ queryKey: ["filters"] });
      }}
      done={({ name }) => t("saved.saved", { name: name.trim() })}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t("saved.name")}
        rules={[{ required: true, whitespace: true, message: t("saved.needName") }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="unit" label={t("saved.share")}>
        <Select
          options={[{ value: self, label: t("saved.self") }, ...[...units].map(([value, label]) => ({ value, label }))]}
        />
      </Form.Item>
    </FormDialog>
  );
}
