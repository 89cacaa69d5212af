import { Checkbox, Input, Select, Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LedgerChoices, LedgerPreview } from "@xiuhua/server/api";
import { useSay } from "../../shared/words/index.ts";

interface ColumnPanelProps {
  readonly preview: LedgerPreview;
  readonly choices: LedgerChoices;
  readonly onChange: (part: Partial<LedgerChoices>) => void;
}

type Field = LedgerPreview["form"]["fields"][number];

/** Which column fills which field; what stands where a cell is empty. */
export function ColumnPanel({ preview, choices, onChange }: ColumnPanelProps) {
  const { t } = useTranslation("ledgers");
  return (
    <section className="ledgers-columns" aria-label={t("columns.title")}>
      <h2>{t("columns.title")}</h2>
      <ul>
        {preview.form.fields.map((field) => (
          <FieldLine key={field.name} field={field} preview={preview} choices={choices} onChange={onChange} />
        ))}
      </ul>
    </section>
  );
}

function FieldLine({ field, preview, choices, onChange }: ColumnPanelProps & { field: Field }) {
  const { t } = useTranslation("ledgers");
  const say = useSay();
  const { name } = field;
  const words = say(field.words);
  const match = preview.columns.find((one) => one.field === name);
  const fill = choices.fillDown?.includes(name) === true;
  const fillDown = (on: boolean) =>
    onChange({ fillDown: [...(choices.fillDown ?? []).filter((one) => one !== name), ...(on ? [name] : [])] });
  return (
    <li data-missing={preview.missing.includes(name)}>
      <span className="ledgers-field">
        {words}
        {field.required && <span aria-hidden>*</span>}
      </span>
      <Tooltip title={match?.how === "similar" ? t("columns.similar") : undefined}>
        <Select
          className="ledgers-column"
          aria-label={t("columns.of", { field: words })}
          status={match?.how === "similar" ? "warning" : ""}
          value={match?.column ?? -1}
          onChange={(column) => onChange({ columns: { ...choices.columns, [name]: column < 0 ? null : column } })}
          options={[
            { value: -1, label: t("columns.none") },
            ...preview.columns.map(({ column, letter, title }) => ({ value: column, label: `${letter} ${title}` })),
          ]}
        />
      </Tooltip>
      <Fixed
        key={name}
        field={field}
        value={choices.fixed?.[name]}
        onChange={(text) => onChange({ fixed: fixed(choices, name, text) })}
      />
      {match && (
        <Checkbox checked={fill} onChange={(event) => fillDown(event.target.checked)}>
          {t("columns.fillDown")}
        </Checkbox>
      )}
    </li>
  );
}

function fixed({ fixed: before = {} }: LedgerChoices, name: string, text: string): Record<string, string> {
  const { [name]: _old, ...rest } = before;
  return text.trim() === "" ? rest : { ...rest, [name]: text };
}

interface FixedProps {
  readonly field: Field;
  readonly value: string | undefined;
  readonly onChange: (text: string) => void;
}

/** Asked of the server when the person has done typing, not at every key. */
function Fixed({ field, value, onChange }: FixedProps) {
  const { t } = useTranslation("ledgers");
  const say = useSay();
  const [text, setText] = useState(value ?? "");
  const label = t("columns.fixedOf", { field: say(field.words) });
  if (field.choices.length > 0)
    return (
      <Select
        allowClear
        aria-label={label}
        placeholder={t("columns.fixed")}
        value={value ?? null}
        onChange={(next: string | null | undefined) => onChange(next ?? "")}
        // As a cell would say it, so that the rows show it so.
        options={field.choices.map((one) => ({ value: say(one.words), label: say(one.words) }))}
      />
    );
  return (
    <Input
      aria-label={label}
      placeholder={t("columns.fixed")}
      value={text}
      maxLength={2000}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => text !== (value ?? "") && onChange(text)}
      onPressEnter={() => onChange(text)}
    />
  );
}
