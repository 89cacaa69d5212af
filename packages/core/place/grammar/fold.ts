/**
 * Writes a text so that one word has one spelling: full width as half width, letters small, the commoner traditional
 * characters as simplified ones, every dash as "-". Each UTF-16 unit stays one unit, so places in the folded text are places
 * in the text. A gazetteer that folds its names the same way can compare them unit by unit.
 */
export function fold(text: string): string {
  let at = 0;
  while (at < text.length && folded[text.charCodeAt(at)] === text.charCodeAt(at)) at += 1;
  if (at === text.length) return text;
  const parts: string[] = [];
  const units = new Uint16Array(Math.min(text.length, chunk));
  for (let from = 0; from < text.length; from += chunk) {
    const to = Math.min(from + chunk, text.length);
    for (let i = from; i < to; i += 1) units[i - from] = folded[text.charCodeAt(i)] ?? 0;
    parts.push(String.fromCharCode(...units.subarray(0, to - from)));
  }
  return parts.join("");
}

/** Arguments of one call; engines take at least this many. */
const chunk = 4096;

const traditional =
  "東與號橋樓內側對門間區鎮鄉線環幢棟單燈桿電處約邊後頭兩萬廣場號鐵華國園陽長車運學醫館陸進達龍豐寧濱兒幾餘裡";
const simplified =
  "东与号桥楼内侧对门间区镇乡线环幢栋单灯杆电处约边后头两万广场号铁华国园阳长车运学医馆陆进达龙丰宁滨儿几余里";
const dashes = "‐‑‒–—―─━－～〜∼~－";

const folded = table();

function table(): Uint16Array {
  const units = new Uint16Array(0x1_0000).map((_, unit) => unit);
  for (let unit = 0xff01; unit <= 0xff5e; unit += 1) units[unit] = unit - 0xfee0;
  for (let unit = 0; unit < units.length; unit += 1) {
    const at = units[unit] ?? unit;
    if (at >= 0x41 && at <= 0x5a) units[unit] = at + 0x20;
  }
  for (let i = 0; i < traditional.length; i += 1) units[traditional.charCodeAt(i)] = simplified.charCodeAt(i);
  for (const dash of dashes) units[dash.charCodeAt(0)] = 0x2d;
  units[0x3000] = 0x20;
  for (const [written, plain] of [
    ["【", "["],
    ["〔", "["],
    ["】", "]"],
    ["〕", "]"],
    ["×", "x"],
    ["✕", "x"],
    ["。", ";"],
    ["｡", ";"],
    ["﹑", "、"],
    ["○", "〇"],
    ["㎡", "²"],
  ] as const)
    units[written.charCodeAt(0)] = plain.charCodeAt(0);
  return units;
}

/** What a unit of a folded text can be part of. */
export const Unit = { other: 0, name: 1, digit: 2, space: 3, comma: 4, stop: 5, open: 6, close: 7 } as const;

/** By UTF-16 unit: the class of a unit of a folded text. */
export const classOf = classes();

function classes(): Uint8Array {
  const of = new Uint8Array(0x1_0000);
  const set = (units: string, value: number): void => {
    for (let i = 0; i < units.length; i += 1) of[units.charCodeAt(i)] = value;
  };
  for (let unit = 0; unit < of.length; unit += 1)
    if (/[\p{L}\p{N}]/u.test(String.fromCharCode(unit))) of[unit] = Unit.name;
  // Rarer Han characters are pairs whose first half lies here; see Text.classAt for second halves.
  of.fill(Unit.name, 0xd840, 0xd889);
  set("·•・", Unit.name);
  set("0123456789", Unit.digit);
  set(" \t\u200b\ufeff\u00a0\u200d", Unit.space);
  set(",:\"'“”‘’「」『』《》〈〉*[]\n\r\u2028\u2029", Unit.comma);
  set(";!?…。|", Unit.stop);
  set("({", Unit.open);
  set(")}", Unit.close);
  return of;
}
