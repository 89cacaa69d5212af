import { digitsEnd, isDigit, numeralAt } from "./numeral.ts";
import type { NumberPiece, PolePiece } from "./piece.ts";
import type { Text } from "./text.ts";

const prefixes = ["甲", "乙", "丙", "丁", "戊", "临", "增", "新"];
const annexes = ["附", "付", "之", "-"];

/** 18号附2号院, 3号楼, B座, 2单元, 二期, 023号灯杆. With "only" what else may stand inside a name is left out: 3号, 二期. */
export function numberedAt(text: Text, start: number, only = false): NumberPiece | PolePiece | undefined {
  const poleWord = only ? undefined : poleAhead(text, start);
  if (poleWord !== undefined) return poleWord;
  let from = start;
  const prefix = text.after(from, prefixes);
  if (prefix > 0) from = prefix;
  const ordinal = text.after(from, ["第"]);
  if (ordinal > 0) from = ordinal;
  const letters = lettersEnd(text, from);
  const numeral = letters > from && !isDigit(text.unit(letters)) ? undefined : numeralAt(text.folded, letters);
  if (numeral === undefined && letters === from) return undefined;
  if (numeral !== undefined && !Number.isInteger(numeral.label)) return undefined;
  let end = numeral?.end ?? letters;
  if (numeral?.arabic === true && text.unit(end - 1) === 0x2e) return undefined;
  const number = numeral?.label ?? 0;
  let annex: number | undefined;
  if (numeral?.arabic === true && text.unit(end) === 0x2d && isDigit(text.unit(end + 1))) {
    const dashed = digitsEnd(text.folded, end + 1);
    if (dashed - end > 6) return undefined;
    annex = Number(text.folded.slice(end + 1, dashed));
    end = dashed;
  }
  const written = text.written.slice(start, end).replaceAll("第", "");
  const piece = (is: NumberPiece["is"], to: number): NumberPiece => ({
    is,
    start,
    end: to,
    text: written,
    number,
    yard: false,
  });

  end = text.skip(end, [" "]);
  const building = text.after(end, ["号楼房", "号楼", "#楼", "号栋", "号幢", "栋楼", "栋", "幢", "座"]);
  if (building > 0) return piece("building", building);
  const unit = text.after(end, ["号单元", "单元"]);
  if (unit > 0) return piece("unit", unit);
  const hash = text.after(end, ["号", "#"]);
  const pole = poleWordAt(text, hash > 0 ? hash : end, hash > 0);
  if (pole !== undefined && numeral !== undefined) {
    const digits = text.written.slice(letters, numeral.end);
    return {
      is: "pole",
      start,
      end: pole,
      number: digits.normalize("NFKC"),
      what: text.written.slice(hash > 0 ? hash : end, pole),
    };
  }
  if (only || numeral === undefined) return undefined;
  const section = text.after(end, ["期", "区"]);
  if (section > 0) return { ...piece("section", section), text: text.written.slice(start, section) };
  const room = text.after(end, ["室", "楼", "层", "户"]);
  if (room > 0) return piece("room", room);
  if (hash < 0) return undefined;
  if (
    text.after(hash, ["路", "街", "巷", "线", "大道", "公路", "胡同", "弄", "道", "桥"]) > 0 &&
    text.after(hash, ["路南", "路北", "路东", "路西", "路边"]) < 0
  )
    return undefined;
  return door(text, start, written, number, annex, hash);
}

function door(
  text: Text,
  start: number,
  written: string,
  number: number,
  dashed: number | undefined,
  hash: number,
): NumberPiece {
  let end = hash;
  let annex = dashed;
  const attached = text.after(end, annexes);
  const second = attached > 0 ? numeralAt(text.folded, attached) : undefined;
  if (second !== undefined && Number.isInteger(second.label)) {
    annex = second.label;
    end = Math.max(second.end, text.after(second.end, ["号"]));
  }
  const yard = text.after(end, ["号院", "院"]);
  const isYard = yard > 0 && text.after(yard, ["内", "里"]) < 0 ? true : yard > 0;
  if (isYard) end = yard;
  return annex === undefined
    ? { is: "door", start, end, text: written, number, yard: isYard }
    : { is: "door", start, end, text: written, number, annex, yard: isYard };
}

function lettersEnd(text: Text, at: number): number {
  let end = at;
  while (end < at + 2 && text.unit(end) >= 0x61 && text.unit(end) <= 0x7a) end += 1;
  return end;
}

function poleWordAt(text: Text, at: number, numbered: boolean): number | undefined {
  const found = text.mark(at);
  if (found?.meaning.is !== "pole") return undefined;
  return numbered || found.length > 1 ? at + found.length : undefined;
}

/** 灯杆023号, 路灯杆编号：23 */
function poleAhead(text: Text, start: number): PolePiece | undefined {
  const word = text.mark(start);
  if (word?.meaning.is !== "pole") return undefined;
  const from = text.skip(start + word.length, ["编号", "号码", "号", "为", "是", "第", ":", " ", "("]);
  const to = digitsEnd(text.folded, from);
  if (to === from || to - from > 12) return undefined;
  const hash = text.after(to, ["号", "#"]);
  if (hash < 0 && from === start + word.length && text.isName(to)) return undefined;
  return {
    is: "pole",
    start,
    end: hash > 0 ? hash : to,
    number: text.folded.slice(from, to),
    what: text.written.slice(start, start + word.length),
  };
}
