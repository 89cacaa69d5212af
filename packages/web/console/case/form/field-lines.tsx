import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Form } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { lineFields, type FormField } from "../../../shared/case/index.ts";
import type { FieldName } from "./control.ts";
import { useLabel } from "./use-label.ts";
import { useRules } from "./use-rules.ts";

interface FieldLinesProps {
  readonly field: FormField;
  readonly name: FieldName;
  /** Draws one field of a line, under this name. */
  readonly draw: (field: FormField, name: FieldName) => ReactNode;
}

/** A list of objects: one line each, to be added and taken away; the fields' names stand above the first. */
export function FieldLines({ field, name, draw }: FieldLinesProps) {
  const { t } = useTranslation("case");
  const label = useLabel()(field);
  const { linesRule } = useRules();
  return (
    <Form.List name={[...name]} rules={[linesRule(field, label)]}>
      {(lines, { add, remove }, { errors }) => (
        <fieldset className="case-group case-lines">
          <legend>
            {field.required && <span className="case-required">*</span>} {label}
          </legend>
          {lines.map((line) => (
            <fieldset key={line.key} className="case-line" aria-label={`${label} ${line.name + 1}`}>
              {lineFields(field, line.name).map((inner) => draw(inner, [line.name, inner.path.at(-1) ?? ""]))}
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t("form.lines.remove", { count: line.name + 1 })}
                title={t("form.lines.remove", { count: line.name + 1 })}
                onClick={() => remove(line.name)}
              />
            </fieldset>
          ))}
          <Button
            type="dashed"
            block
            icon={<PlusOutlined />}
            disabled={field.most !== undefined && lines.length >= field.most}
            onClick={() => add({})}
          >
            {t("form.lines.add")}
          </Button>
          <Form.ErrorList errors={errors} />
        </fieldset>
      )}
    </Form.List>
  );
}
