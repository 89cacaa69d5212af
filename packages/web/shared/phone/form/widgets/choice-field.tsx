import { asText, asTexts } from "../../../case/index.ts";
import { useSay } from "../../../words/index.ts";
import type { ControlProps } from "../control.ts";

/** One of several named values, or some of them: all in sight. */
export function ChoiceField({ field, value, onChange }: ControlProps) {
  const say = useSay();
  const chosen = field.many ? asTexts(value) : [asText(value)];
  const next = (one: string, on: boolean) => {
    if (!field.many) return on && !field.required ? undefined : one;
    return on ? asTexts(value).filter((other) => other !== one) : [...asTexts(value), one];
  };
  return (
    <div className="chips">
      {field.choices.map((one) => {
        const on = chosen.includes(one.value);
        return (
          <button
            key={one.value}
            type="button"
            className="chip"
            aria-pressed={on}
            onClick={() => onChange(next(one.value, on))}
          >
            {say(one.words)}
          </button>
        );
      })}
    </div>
  );
}
