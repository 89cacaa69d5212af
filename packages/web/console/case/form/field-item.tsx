import { Form, Input, InputNumber } from "antd";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../../shared/words/index.ts";
import { asNumber, asText, type FieldWidget, type FormField } from "../../../shared/case/index.ts";
import { idOf, type ControlProps } from "./control.ts";
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

/** One field with its title, its mark where it must be filled, and what is wrong with it. */
export function FieldItem({ field }: { field: FormField }) {
  const rulesOf = useRules();
  const label = useLabel()(field);
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
      name={[...field.path]}
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

/** What a field is called: as its schema says, else as the dictionary calls its key. */
function useLabel(): (field: FormField) => string {
  const { t } = useTranslation("case");
  const say = useSay();
  return ({ words, path }) => {
    const key = path.at(-1) ?? "";
    if (words) return say(words);
    return key === "name" || key === "phone" ? t(`form.key.${key}`) : key;
  };
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
