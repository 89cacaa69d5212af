import { useQuery } from "@tanstack/react-query";
import { asText, asTexts } from "../../../shared/case/index.ts";
import { unitsQuery } from "../../../shared/api/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { kept } from "../../kept/index.ts";
import type { ControlProps } from "../../../shared/phone/index.ts";
import { PickField } from "./pick-sheet.tsx";

/** A unit of the kinds that the field offers. */
export function UnitField({ field, label, value, onChange }: ControlProps) {
  const say = useSay();
  const { data = [] } = useQuery({ ...unitsQuery, meta: kept, retry: false });
  const options = data
    .filter((unit) => unit.active && (field.offers.length === 0 || field.offers.includes(unit.kind)))
    .map((unit) => ({ value: unit.id, label: say(unit.name) }));
  const one = asText(value);
  return (
    <PickField
      label={label}
      options={options}
      many={field.many}
      chosen={field.many ? asTexts(value) : one === undefined ? [] : [one]}
      onChange={(next) => onChange(field.many ? next : next[0])}
    />
  );
}
