import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { asText } from "../../../shared/case/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { useTypes } from "../../types/index.ts";
import type { ControlProps } from "../../../shared/phone/index.ts";

/** The criteria of the type: when it is a case, what counts as done. */
export function CriterionField({ label, id, value, onChange, around }: ControlProps) {
  const { t } = useTranslation("task");
  const say = useSay();
  const type = useTypes().find((one) => one.code === around.type);
  const chosen = asText(value);
  const pick = useEffectEvent((next: string | undefined) => onChange(next));

  // A criterion belongs to one type: another type takes it away, and a lone criterion needs no choosing.
  useEffect(() => {
    if (!type || type.criteria.some((one) => one.id === chosen)) return;
    const only = type.criteria.length === 1 ? type.criteria[0]?.id : undefined;
    if (chosen !== only) pick(only);
  }, [type, chosen]);

  if (!type) return <p className="faint">{t("form.typeFirst")}</p>;
  if (type.criteria.length === 0) return <p className="faint">{t("form.noCriteria")}</p>;
  return (
    <fieldset className="form-options">
      <legend className="sr-only">{label}</legend>
      {type.criteria.map((one) => (
        <label key={one.id} className="form-option">
          <input type="radio" name={id} checked={one.id === chosen} onChange={() => onChange(one.id)} />
          <span>
            {say(one.when)}
            <span className="small faint">{t("form.done", { done: say(one.done) })}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
