import { simplify } from "./traditional.ts";

/**
 * One spelling for what is the same name: simplified characters, half width, no spaces or points, numbers in Arabic
 * figures (泰然九路, 泰然9路 and 泰然９路; 一〇七 and 107; 十七号街 and 17号街).
 */
export function spell(name: string): string {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const spelled = spellAnew(name);
  remembered.set(name, spelled);
  return spelled;
}

/** A city's names come up over and over. What strangers write must not fill the memory. */
const remembered = new Map<string, string>();
const mostRemembered = 50_000;

function spellAnew(name: string): string {
  const plain = plainOf(name);
  return /[〇零一二三四五六七八九十百两]/.test(plain) ? plain.replaceAll(numerals, figuresOf) : plain;
}

const noise = /[\s·•・.,，。、"'“”‘’「」『』《》〈〉（）()[\]【】-]/g;
const simple = /^[\u4e00-\u9fff0-9]*$/;

function plainOf(name: string): string {
  const simplified = simplify(name);
  return simple.test(simplified) ? simplified : simplified.normalize("NFKC").toLowerCase().replaceAll(noise, "");
}

const numerals = /[〇零一二三四五六七八九十百两]+/g;
const digits = "零一二三四五六七八九";

function figuresOf(written: string): string {
  const plain = written.replaceAll("〇", "零").replaceAll("两", "二");
  if (!/[十百]/.test(plain)) return Array.from(plain, (digit) => digits.indexOf(digit)).join("");
  let [total, pending] = [0, 0];
  for (const character of plain) {
    if (character === "百") [total, pending] = [total + (pending || 1) * 100, 0];
    else if (character === "十") [total, pending] = [total + (pending || 1) * 10, 0];
    else pending = digits.indexOf(character);
  }
  return String(total + pending);
}
