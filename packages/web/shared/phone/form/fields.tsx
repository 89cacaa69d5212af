import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { asRecord, asText, type Fault, type FieldWidget, type FormField, type Input } from "../../case/index.ts";
import type { Around, ControlProps } from "./control.ts";
import "./form.css";
import { Lines } from "./lines.tsx";
import { useFaultWords } from "./use-fault-words.ts";
import { useLabel } from "./use-label.ts";
import { BooleanField } from "./widgets/boolean-field.tsx";
import { ChoiceField } from "./widgets/choice-field.tsx";
import { DateField } from "./widgets/date-field.tsx";
import { LongTextField } from "./widgets/long-text-field.tsx";
import { NumberField } from "./widgets/number-field.tsx";
import { CaseField, ComponentField, TextField } from "./widgets/text-field.tsx";

export type Controls = Partial<Readonly<Record<Exclude<FieldWidget, "group">, ComponentType<ControlProps>>>>;

/** Those that need nothing but the field itself. What picks out of the city's people, units or types each door brings. */
const plain: Controls = {
  text: TextField,
  longText: LongTextField,
  case: CaseField,
  component: ComponentField,
  date: DateField,
  choice: ChoiceField,
  number: NumberField,
  boolean: BooleanField,
};

/** Those that one writes into: a tap on their name leads there. The others are groups of things to tap. */
const single: ReadonlySet<FieldWidget> = new Set(["text", "longText", "case", "component", "date", "number"]);

interface FieldsProps {
  readonly fields: readonly FormField[];
  readonly values: Input;
  /** What is wrong, once the person has tried to send. */
  readonly faults: readonly Fault[];
  readonly around: Around;
  /** The door's own, in place of the plain ones. */
  readonly controls?: Controls;
  readonly onChange: (values: Input) => void;
}

/** The fields of an action's form, as its schema names them. */
export function Fields({ fields, values, faults, around, controls = {}, onChange }: FieldsProps) {
  const own = fields.find((field) => field.widget === "type");
  const type = own ? asText(values[keyOf(own)]) : around.type;
  return fields.map((field) => (
    <FieldItem
      key={keyOf(field)}
      field={field}
      value={values[keyOf(field)]}
      faults={faults}
      around={{ ...around, type }}
      controls={controls}
      onChange={(value) => onChange({ ...values, [keyOf(field)]: value })}
    />
  ));
}

const keyOf = ({ path }: FormField): string => path.at(-1) ?? "";

interface FieldItemProps {
  readonly field: FormField;
  readonly value: unknown;
  readonly faults: readonly Fault[];
  readonly around: Around;
  readonly controls: Controls;
  readonly onChange: (value: unknown) => void;
}

function FieldItem({ field, value, faults, around, controls, onChange }: FieldItemProps) {
  const { t } = useTranslation("task");
  const label = useLabel()(field);
  const faultWords = useFaultWords();
  const id = `field-${field.path.join("-")}`;
  const fault = faults.find(({ path }) => path.join("/") === field.path.join("/"));
  if (field.widget === "group" && field.many)
    return (
      <Lines
        field={field}
        label={label}
        value={value}
        onChange={onChange}
        problem={fault && faultWords(fault, label)}
        draw={(fields, line, change) => (
          <Fields fields={fields} values={line} {...{ faults, around, controls }} onChange={change} />
        )}
      />
    );
  if (field.widget === "group")
    return (
      <fieldset className="form-group">
        <legend className="field-label">{label}</legend>
        <Fields fields={field.fields} values={asRecord(value)} {...{ faults, around, controls, onChange }} />
      </fieldset>
    );
  const Control = controls[field.widget] ?? plain[field.widget] ?? TextField;
  const name = (
    <>
      {label} {!field.required && <span className="faint small">{t("form.optional")}</span>}
    </>
  );
  const inside = (
    <>
      {fault && <p className="field-problem">{faultWords(fault, label)}</p>}
      <Control field={field} label={label} id={id} value={value} onChange={onChange} around={around} />
    </>
  );
  return single.has(field.widget) ? (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {name}
      </label>
      {inside}
    </div>
  ) : (
    <fieldset className="field form-field">
      <legend className="field-label">{name}</legend>
      {inside}
    </fieldset>
  );
}
