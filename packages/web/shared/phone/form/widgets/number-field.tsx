import { asNumber } from "../../../case/index.ts";
import type { ControlProps } from "../control.ts";

export function NumberField({ id, value, onChange }: ControlProps) {
  return (
    <input
      id={id}
      className="input"
      type="number"
      inputMode="decimal"
      value={asNumber(value) ?? ""}
      onChange={({ target }) => onChange(Number.isNaN(target.valueAsNumber) ? undefined : target.valueAsNumber)}
    />
  );
}
