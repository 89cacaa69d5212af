import { Gate, unitsOf } from "./gate.ts";
import { digitsEnd, isDigit, numeralAt, numeralGate } from "./numeral.ts";
import type { NumberPiece, PolePiece, TowardPiece } from "./piece.ts";
import { namedPoleAt, numberedPoleAt, poleGate } from "./pole.ts";
import { neededRoadEnd } from "./road.ts";
import type { Text } from "./text.ts";
import { Words } from "./words.ts";

const prefixes = new Words("甲 乙 丙 丁 戊 临 增 新");
const ordinals = new Words("第");
const blanks = new Words("␣");
const buildings = new Words("号楼房 号楼 #楼 号栋 号幢 栋楼 栋 幢 座");
const units = new Words("号单元 单元");
const numbers = new Words("号 #");
const sections = new Words("期 区");
const letterSections = new Words("区 院");
const rooms = new Words("室 楼 层 户 组 排");
const gates = new Words("号大门 号门 号出入口 号入口 号出口");
/** 18号门前, 18号门口: the number is a door's. */
const doors = new Words("口 前 外 面");
const annexes = new Words("附 付 之 -");
const yards = new Words("号院 院");
const bridges = new Words("线 桥");
const noFlats = new Words("号 # -");

/** With what numbers of doors, buildings and poles begin. */
export const numberGate = new Gate(prefixes, ordinals, numeralGate, unitsOf("abcdefghijklmnopqrstuvwxyz"), poleGate);

/** A number with what it counts: where it begins, what it says, where it ends. */
interface Label {
  readonly start: number;
  readonly digits: number;
  readonly end: number;
  readonly number: number | undefined;
  readonly annex: number | undefined;
  readonly arabic: boolean;
  readonly prefix: string | undefined;
}

/** 18号附2号院, 3号楼, B座, 2单元, 二期, 3号门, 023号灯杆. */
export function numberedAt(text: Text, start: number): NumberPiece | PolePiece | TowardPiece | undefined {
  if (!numberGate.opens(text.unit(start))) return undefined;
  const pole = namedPoleAt(text, start);
  if (pole !== undefined) return pole;
  const label = labelAt(text, start);
  if (label === undefined) return undefined;
  const exact = buildingAt(text, label) ?? (label.arabic ? numberedPoleAt(text, start, label.digits) : undefined);
  if (exact !== undefined) return exact;
  const { folded } = text;
  const end = blanks.skip(folded, label.end);
  if (label.number === undefined) {
    const section = letterSections.endAt(folded, end);
    return section < 0 ? undefined : piece(text, "section", label, section, text.written.slice(start, section));
  }
  const gate = gates.endAt(folded, end);
  if (gate >= 0 && !doors.stands(folded, gate)) return { is: "gate", start, end: gate };
  const section = sections.endAt(folded, end);
  if (section >= 0) return piece(text, "section", label, section, text.written.slice(start, section));
  const flat = label.annex === undefined ? -1 : flatEnd(text, end);
  if (flat >= 0) return { ...piece(text, "building", label, flat, String(label.number)), unit: String(label.annex) };
  const room = rooms.endAt(folded, end);
  if (room >= 0) return piece(text, "room", label, room);
  const hash = numbers.endAt(folded, end);
  if (hash < 0 || neededRoadEnd(text, hash) >= 0 || bridges.stands(folded, hash)) return undefined;
  return door(text, label, hash);
}

/** 3号楼, 023号灯杆: what a number says even in the middle of what might be a name. */
export function breaksAsNumber(text: Text, start: number): boolean {
  const label = labelAt(text, start);
  if (label === undefined) return false;
  return buildingAt(text, label) !== undefined || numberedPoleAt(text, start, label.digits) !== undefined;
}

function labelAt(text: Text, start: number): Label | undefined {
  const { folded } = text;
  const prefixed = prefixes.endAt(folded, start);
  const from = ordinals.skip(folded, prefixed < 0 ? start : prefixed);
  const digits = lettersEnd(text, from);
  const numeral = digits > from && !isDigit(text.unit(digits)) ? undefined : numeralAt(folded, digits);
  if (numeral === undefined && digits === from) return undefined;
  if (numeral !== undefined && !Number.isInteger(numeral.label)) return undefined;
  let end = numeral?.end ?? digits;
  let annex: number | undefined;
  const arabic = numeral?.arabic === true;
  if (arabic && text.unit(end) === 0x2d && isDigit(text.unit(end + 1))) {
    const dashed = digitsEnd(folded, end + 1);
    if (dashed - end > 6) return undefined;
    annex = Number(folded.slice(end + 1, dashed));
    end = dashed;
  }
  const prefix = prefixed < 0 ? undefined : text.written.slice(start, prefixed);
  return { start, digits, end, number: numeral?.label, annex, arabic, prefix };
}

function piece(text: Text, is: NumberPiece["is"], label: Label, end: number, written?: string): NumberPiece {
  const words = written ?? text.written.slice(label.start, label.end).replace("第", "");
  return { is, start: label.start, end, text: words, number: label.number ?? 0, yard: false };
}

function buildingAt(text: Text, label: Label): NumberPiece | undefined {
  const end = blanks.skip(text.folded, label.end);
  const building = buildings.endAt(text.folded, end);
  if (building >= 0) return piece(text, "building", label, building);
  const unit = units.endAt(text.folded, end);
  return unit < 0 ? undefined : piece(text, "unit", label, unit);
}

function door(text: Text, label: Label, hash: number): NumberPiece {
  const { start, number = 0, annex: dashed, prefix } = label;
  const { folded } = text;
  let end = hash;
  let annex = dashed;
  const attached = annexes.endAt(folded, end);
  const second = attached < 0 ? undefined : numeralAt(folded, attached);
  if (second !== undefined && Number.isInteger(second.label)) {
    annex = second.label;
    end = Math.max(second.end, numbers.endAt(folded, second.end));
  }
  const yard = yards.endAt(folded, end);
  return {
    is: "door",
    start,
    end: Math.max(end, yard),
    text: text.written.slice(start, label.end).replace("第", ""),
    number,
    yard: yard >= 0,
    ...(annex === undefined ? {} : { annex }),
    ...(prefix === undefined ? {} : { prefix }),
  };
}

function lettersEnd(text: Text, at: number): number {
  let end = at;
  while (end < at + 2 && text.unit(end) >= 0x61 && text.unit(end) <= 0x7a) end += 1;
  return end;
}

/** The end of 3-2-501 behind its 3-2; -1 where it is a house number. */
function flatEnd(text: Text, at: number): number {
  const end = text.unit(at) === 0x2d ? digitsEnd(text.folded, at + 1) : at;
  return end === at + 1 || noFlats.stands(text.folded, end) ? -1 : end;
}
