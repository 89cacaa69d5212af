import { Input } from "antd";
import { asText } from "../../../../shared/case/index.ts";
import { idOf, type ControlProps } from "../control.ts";
import { StockPhrases } from "./stock-phrases.tsx";

/** Long text, with the phrases that people use for this action. */
export function LongTextField(props: ControlProps) {
  const { field, value, onChange } = props;
  const text = asText(value) ?? "";
  return (
    <>
      <Input.TextArea
        {...idOf(props)}
        autoSize={{ minRows: field.required ? 3 : 2, maxRows: 10 }}
        value={text}
        onChange={(event) => onChange?.(event.target.value)}
        {...(field.most === undefined ? {} : { maxLength: field.most, showCount: text.length > field.most * 0.8 })}
      />
      <StockPhrases text={text} onInsert={(phrase) => onChange?.(joined(text, phrase))} />
    </>
  );
}

/** A phrase goes after what is written, with nothing between after a full stop. */
function joined(text: string, phrase: string): string {
  if (text.trim() === "") return phrase;
  return /[。！？；，、.!?;,\s]$/u.test(text)
    ? text + phrase
    : `${text}${/[\u4e00-\u9fff]$/u.test(text) ? "，" : " "}${phrase}`;
}
