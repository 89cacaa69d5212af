import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { Words } from "@xiuhua/server/api";

interface NameFieldsProps {
  readonly name: string;
  readonly label: string;
  readonly labelEn: string;
  readonly optional?: boolean;
}

/** A name in both languages; the Chinese one is the one that counts. */
export function NameFields({ name, label, labelEn, optional = false }: NameFieldsProps) {
  const { t } = useTranslation("people");
  return (
    <div className="pair">
      <Form.Item
        name={[name, "zh"]}
        label={label}
        rules={optional ? [] : [{ required: true, whitespace: true, message: t("needName") }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={[name, "en"]} label={labelEn}>
        <Input maxLength={100} />
      </Form.Item>
    </div>
  );
}

/** What was typed as words: a missing English name reads as the Chinese one. */
export function nameInput(typed: { zh: string; en?: string }): Words {
  const zh = typed.zh.trim();
  return { zh, en: typed.en?.trim() || zh };
}
