import { asText } from "../../../shared/case/index.ts";
import { LongTextField, type ControlProps } from "../../../shared/phone/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { usePack } from "../../pack/index.ts";

/** Phrases in sight at once. */
const few = 5;

/** Long text, with the phrases that people use for this action: one tap writes one. */
export function PhraseField(props: ControlProps) {
  const { value, onChange, around } = props;
  const say = useSay();
  const pack = usePack();
  const text = asText(value) ?? "";
  const phrases = (pack?.phrases ?? []).filter(({ action }) => action === around.action).slice(0, few);
  return (
    <>
      <LongTextField {...props} />
      {phrases.length > 0 && (
        <div className="chips">
          {phrases.map((one) => (
            <button
              key={one.id}
              type="button"
              className="chip chip-phrase"
              onClick={() => onChange(text.trim() === "" ? say(one.text) : `${text.trim()} ${say(one.text)}`)}
            >
              {say(one.text)}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
