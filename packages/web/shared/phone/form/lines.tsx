import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { asRecord, lineFields, type FormField, type Input } from "../../case/index.ts";
import { Icon } from "../ui/index.ts";

interface LinesProps {
  readonly field: FormField;
  readonly label: string;
  readonly value: unknown;
  readonly problem: string | undefined;
  readonly onChange: (value: unknown) => void;
  /** Draws the fields of one line. */
  readonly draw: (fields: readonly FormField[], line: Input, onChange: (line: Input) => void) => ReactNode;
}

/** A list of objects: one block each, to be added and taken away. */
export function Lines({ field, label, value, problem, onChange, draw }: LinesProps) {
  const { t } = useTranslation("task");
  const lines: readonly unknown[] = Array.isArray(value) ? value : field.required ? [{}] : [];
  return (
    <fieldset className="field form-field form-lines">
      <legend className="field-label">
        {label} {!field.required && <span className="faint small">{t("form.optional")}</span>}
      </legend>
      {problem !== undefined && <p className="field-problem">{problem}</p>}
      {lines.map((line, at) => (
        // A line has no name of its own: what is drawn comes from its values alone, so its place will do.
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset key={at} className="form-group" aria-label={`${label} ${t("form.line", { count: at + 1 })}`}>
          <div className="form-line-head">
            <span className="faint small">{t("form.line", { count: at + 1 })}</span>
            <button
              type="button"
              className="icon-button"
              aria-label={t("form.removeLine", { count: at + 1 })}
              onClick={() => onChange(lines.filter((_, other) => other !== at))}
            >
              <Icon name="bin" size={20} />
            </button>
          </div>
          {draw(lineFields(field, at), asRecord(line), (changed) => onChange(lines.with(at, changed)))}
        </fieldset>
      ))}
      {(field.most === undefined || lines.length < field.most) && (
        <button type="button" className="button" data-wide onClick={() => onChange([...lines, {}])}>
          <Icon name="plus" size={20} />
          {t("form.addLine")}
        </button>
      )}
    </fieldset>
  );
}
