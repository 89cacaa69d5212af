import { Radio, Select } from "antd";
import { useSay } from "../../../../shared/words/index.ts";
import { asText } from "../../../../shared/case/index.ts";
import { idOf, type ControlProps } from "../control.ts";

/** One of several named values: shown at once while they are few, in a list when they are many. */
export function ChoiceField(props: ControlProps) {
  const { field, value, onChange } = props;
  const say = useSay();
  const options = field.choices.map((one) => ({ value: one.value, label: say(one.words) }));
  const chosen = asText(value) ?? null;
  if (field.required && options.length <= 4)
    return (
      <Radio.Group
        {...idOf(props)}
        options={options}
        value={chosen}
        onChange={(event) => onChange?.(event.target.value)}
      />
    );
  return (
    <Select
      {...idOf(props)}
      showSearch={{ optionFilterProp: "label" }}
      allowClear={!field.required}
      options={options}
      value={chosen}
      onChange={(next) => onChange?.(next ?? undefined)}
    />
  );
}
