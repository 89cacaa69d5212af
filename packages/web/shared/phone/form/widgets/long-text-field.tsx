import { asText } from "../../../case/index.ts";
import type { ControlProps } from "../control.ts";

export function LongTextField({ field, id, value, onChange }: ControlProps) {
  return (
    <textarea
      id={id}
      className="input"
      rows={2}
      maxLength={field.most}
      value={asText(value) ?? ""}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
