import { useQuery } from "@tanstack/react-query";
import type { Person } from "@xiuhua/server/api";
import { asText, asTexts } from "../../../shared/case/index.ts";
import { peopleQuery } from "../../../shared/api/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { kept } from "../../kept/index.ts";
import type { ControlProps } from "../../../shared/phone/index.ts";
import { PickField } from "./pick-sheet.tsx";

/** A person who holds the role that the field asks for; those of the case's department come first. */
export function PersonField({ field, label, value, onChange, around }: ControlProps) {
  const say = useSay();
  const role = field.offers[0];
  const { data = [] } = useQuery({ ...peopleQuery(role === undefined ? {} : { role }), meta: kept, retry: false });
  const ofDepartment = ({ grants }: Person) => grants.some(({ unit }) => unit === around.department);
  const options = data
    .filter((person) => person.active)
    .toSorted((one, other) => Number(ofDepartment(other)) - Number(ofDepartment(one)))
    .map((person) => {
      const grant = person.grants.find((one) => role === undefined || one.role === role);
      const about = [grant && say(grant.unitName), grant?.areaName && say(grant.areaName)].filter(Boolean).join(" · ");
      return { value: person.id, label: say(person.name), about };
    });
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
