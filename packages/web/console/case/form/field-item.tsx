import { Form, Input, InputNumber } from "antd";
import type { ComponentType } from "react";
import { asNumber, asText, type FieldWidget, type FormField } from "../../../shared/case/index.ts";
import { idOf, nameOf, type ControlProps, type FieldName } from "./control.ts";
import { FieldLines } from "./field-lines.tsx";
import { useLabel } from "./use-label.ts";
import { useRules } from "./use-rules.ts";
import { BooleanField } from "./widgets/boolean-field.tsx";
import { CaseField } from "./widgets/case-field.tsx";
import { ChoiceField } from "./widgets/choice-field.tsx";
import { ComponentField } from "./widgets/component-field.tsx";
import { CriterionField } from "./widgets/criterion-field.tsx";
import { DateField } from "./widgets/date-field.tsx";
import { LongTextField } from "./widgets/long-text-field.tsx";
import { PersonField } from "./widgets/person-field.tsx";
import { PlaceField } from "./widgets/place-field.tsx";
import { TypeField } from "./widgets/type-field.tsx";
import { UnitField } from "./widgets/unit-field.tsx";

const controls: Record<Exclude<FieldWidget, "group">, ComponentType<ControlProps>> = {
  text: TextField,
  longText: LongTextField,
  person: PersonField,
  unit: UnitField,
  type: TypeField,
  criterion: CriterionField,
  case: CaseField,
  component: ComponentField,
  place: PlaceField,
  date: DateField,
  choice: ChoiceField,
  number: NumberField,
  boolean: BooleanField,
};

interface FieldItemProps {
  readonly field: FormField;
  /** Where the form keeps it; within a line, told from the list on. */
  readonly name?: FieldName;
}

/** One field with its title, its mark where it must be filled, and what is wrong with it. */
export function FieldItem({ field, name = nameOf(field.path) }: FieldItemProps) {
  const { rulesOf } = useRules();
  const label = useLabel()(field);
  if (field.widget === "group" && field.many)
    return (
      <FieldLines
        field={field}
        name={name}
        draw={(inner, at) => <FieldItem key={inner.path.at(-1)} field={inner} name={at} />}
      />
    );
  if (field.widget === "group")
    return (
      <fieldset className="case-group">
        <legend>{label}</legend>
        <div className="case-group-fields">
          {field.fields.map((inner) => (
            <FieldItem key={inner.path.join("/")} field={inner} />
          ))}
        </div>
      </fieldset>
    );
  const Control = controls[field.widget];
  return (
    <Form.Item
      name={[...name]}
      className={`case-item-${field.widget}`}
      label={label}
      rules={rulesOf(field, label)}
      required={field.required}
      validateTrigger={["onBlur", "onSubmit"]}
      validateFirst
    >
      <Control field={field} />
    </Form.Item>
  );
}

function TextField(props: ControlProps) {
  return (
    <Input
      {...idOf(props)}
      value={asText(props.value) ?? ""}
      onChange={(event) => props.onChange?.(event.target.value)}
      {...(props.field.most === undefined ? {} : { maxLength: props.field.most })}
    />
  );
}

function NumberField(props: ControlProps) {
  return (
    <InputNumber
      {...idOf(props)}
      className="case-form-wide"
      value={asNumber(props.value) ?? null}
      onChange={(value) => props.onChange?.(value ?? undefined)}
    />
  );
}
