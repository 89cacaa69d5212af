import { useQueryClient } from "@tanstack/react-query";
import { DatePicker, Form, Input, Select } from "antd";
import type { Dayjs } from "dayjs";
import { useTranslation } from "react-i18next";
import type { BulletinInput } from "@xiuhua/server/api";
import { send } from "../../shared/api/index.ts";
import { cityInstant } from "../../shared/time/index.ts";
import { FormDialog } from "../../shared/ui/index.ts";
import { AreaField } from "../people/fields/area-field.tsx";
import { useRoleNames } from "../people/fields/grant-text.ts";
import { bulletinsQuery } from "./queries.ts";

interface Values {
  readonly text: string;
  readonly roles?: string[];
  readonly area?: string | null;
  readonly until?: Dayjs | null;
}

/** A word to posts and an area, for today unless said. */
export function WordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("street");
  const roles = useRoleNames();
  const client = useQueryClient();
  return (
    <FormDialog<Values>
      title={t("words.write")}
      okText={t("words.send")}
      focus="text"
      initial={{ roles: roles.all.some(({ value }) => value === "collector") ? ["collector"] : [] }}
      onSave={async ({ text, roles: to, area, until }) => {
        const input: BulletinInput = {
          text,
          ...(to && to.length > 0 ? { roles: to } : {}),
          ...(area ? { area } : {}),
          ...(until ? { until: cityInstant(until) } : {}),
        };
        await send("POST", "/bulletins", input);
        await client.invalidateQueries({ queryKey: bulletinsQuery.queryKey });
      }}
      done={t("words.sent")}
      onClose={onClose}
    >
      <Form.Item name="text" label={t("words.text")} rules={[{ required: true, whitespace: true, message: t("need") }]}>
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={500} showCount />
      </Form.Item>
      <Form.Item name="roles" label={t("words.roles")}>
        <Select mode="multiple" options={roles.all} placeholder={t("words.everybody")} optionFilterProp="label" />
      </Form.Item>
      <Form.Item name="area" label={t("words.area")}>
        <AreaField placeholder={t("words.everywhere")} />
      </Form.Item>
      <Form.Item name="until" label={t("words.until")}>
        <DatePicker
          showTime={{ format: "HH:mm" }}
          format="YYYY-MM-DD HH:mm"
          placeholder={t("words.today")}
          style={{ width: "100%" }}
        />
      </Form.Item>
    </FormDialog>
  );
}
