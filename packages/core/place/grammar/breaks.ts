import { awayAt, directionAt, isDirection, softTowardAt, towardAt, towardGate } from "./compass.ts";
import { Gate, unitsOf } from "./gate.ts";
import { marks } from "./lexicon/marks.ts";
import { numeralAt, isDigit } from "./numeral.ts";
import { breaksAsNumber } from "./numbered.ts";
import { endsRoad } from "./road.ts";
import { sideAt, sideOfTheRoadAt, theRoad } from "./side.ts";
import type { Text } from "./text.ts";
import { Words } from "./words.ts";

const leads = new Words("以 向 往 朝 靠");
const breakGate = new Gate(marks, leads, theRoad, towardGate, unitsOf("0123456789"));

/** A word at `at` that breaks a name wherever it stands. */
export function breaksAt(text: Text, at: number): boolean {
  if (!breakGate.opens(text.unit(at))) return false;
  const mark = text.mark(at);
  if (
    mark !== undefined &&
    breaking.has(mark.meaning.is) &&
    (mark.meaning.is === "plain" || !endsRoad(text, at + mark.length))
  )
    return true;
  const unit = text.unit(at);
  if (isDirection(unit)) return directs(text, at);
  if (isDigit(unit)) return awayAt(text, at) !== undefined || breaksAsNumber(text, at);
  if (leads.mayBegin(unit)) return directionAt(text, at + 1) !== undefined && directs(text, at);
  return sideOfTheRoadAt(text, at);
}
const breaking: ReadonlySet<string> = new Set(["relation", "plain", "between", "vague", "meet"]);

function directs(text: Text, at: number): boolean {
  return awayAt(text, at) !== undefined || towardAt(text, at) !== undefined || sideAt(text, at) !== undefined;
}

const joining = new Words("与 和 跟 及 同 至 到 的");
const singles = new Words("边 旁 内 里 口 下 上 前 后 头");
const linking = new Words("的 处 有");

/** Nothing that stands at `at` could belong to a name that ended there. */
export function closedAt(text: Text, at: number): boolean {
  if (!text.isName(at) || joining.stands(text.folded, at)) return true;
  if (singles.stands(text.folded, at) && standsAlone(text, at + 1)) return true;
  if (sideAt(text, at) !== undefined) return true;
  if (text.mark(at) !== undefined || numeralAt(text.folded, at) !== undefined) return true;
  return isDirection(text.unit(at)) && (breaksAt(text, at) || softTowardAt(text, at) !== undefined);
}

/** Nothing stands at `at` with which the character before it could make a word. */
export function standsAlone(text: Text, at: number): boolean {
  if (!text.isName(at) || text.mark(at) !== undefined) return true;
  if (isDirection(text.unit(at)) || isDigit(text.unit(at)) || linking.stands(text.folded, at)) return true;
  return awayAt(text, at) !== undefined || sideAt(text, at) !== undefined;
}
