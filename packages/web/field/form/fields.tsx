import type { ComponentProps } from "react";
import { Fields as AnyFields, type Controls } from "../../shared/phone/index.ts";
import { CriterionField } from "./widgets/criterion-field.tsx";
import { PhraseField } from "./widgets/phrase-field.tsx";
import { PersonField } from "./widgets/person-field.tsx";
import { PlaceField } from "./widgets/place-field.tsx";
import { TypeField } from "./widgets/type-field.tsx";
import { UnitField } from "./widgets/unit-field.tsx";

/** What is picked out of what lies on this phone. */
const controls: Controls = {
  longText: PhraseField,
  person: PersonField,
  unit: UnitField,
  type: TypeField,
  criterion: CriterionField,
  place: PlaceField,
};

/** The fields of an action's form, as its schema names them. */
export function Fields(props: Omit<ComponentProps<typeof AnyFields>, "controls">) {
  return <AnyFields {...props} controls={controls} />;
}
