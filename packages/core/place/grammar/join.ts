import { awayAt, softTowardAt } from "./compass.ts";
import { beginsName } from "./connect.ts";
import { Gate } from "./gate.ts";
import type { Known } from "./known.ts";
import { nameAt, roadNameAt } from "./names.ts";
import type { Piece } from "./piece.ts";
import type { Text } from "./text.ts";
import { Words } from "./words.ts";

const ands = new Words("以及 与 跟 及 、 & + /");
const weakAnds = new Words("和 同 交 于 予 x");
const tos = new Words("一直到 直到 至 到 -- -");
const froms = new Words("距离 相距 距 离 自 从 由");
const sureFroms = new Words("距离 相距 距 离");
const goings = new Words("到 去 往 沿着 沿 在 就在 靠近 邻近 临近 紧邻 紧挨 挨着 毗邻 近");

const joinGate = new Gate(ands, weakAnds, tos, froms);

/** Between two names: 与, 至, 距. */
export function joinAt(text: Text, at: number): Piece | undefined {
  const { folded } = text;
  if (!joinGate.opens(text.unit(at))) return undefined;
  const and = ands.endAt(folded, at);
  if (and >= 0) return beginsName(text, and - 1) ? undefined : { is: "and", start: at, end: and };
  const to = tos.endAt(folded, at);
  if (to >= 0) return beginsName(text, to - 1) ? undefined : { is: "to", start: at, end: to };
  const weak = weakAnds.endAt(folded, at);
  if (weak >= 0) return joinsWeakly(text, at) ? { is: "and", start: at, end: weak } : undefined;
  return fromAt(text, at);
}

/** As `joinAt`, where a known name follows: whatever connects then does. */
export function joinKnownAt(text: Text, at: number, known: Known): Piece | undefined {
  const { folded } = text;
  const and = Math.max(ands.endAt(folded, at), weakAnds.endAt(folded, at));
  const to = tos.endAt(folded, at);
  const end = Math.max(and, to, froms.endAt(folded, at));
  if (end < 0 || known(folded, at) !== undefined || known(folded, end) === undefined) return undefined;
  return { is: end === and ? "and" : end === to ? "to" : "from", start: at, end };
}

/** 和, 同 and 交 join roads; before anything else they rather begin a name, unless a word for a meeting follows it. */
function joinsWeakly(text: Text, at: number): boolean {
  if (beginsName(text, at)) return false;
  const name = nameAt(text, text.unblank(at + 1));
  if (name === undefined) return false;
  if (name.kind === "road") return true;
  if (text.folded.charAt(at) === "交") return false;
  const after = text.unblank(name.end);
  const mark = text.mark(after)?.meaning.is;
  // 人民路和塔南陆东北角: a road that is written wrongly.
  if (name.kind === "raw" && leadsAway(text, after)) return true;
  return mark === "meet" || mark === "between" || (name.kind === "water" && !text.isName(after));
}

/** From a meeting one goes 东30米, and it has a 东北角. */
function leadsAway(text: Text, at: number): boolean {
  return awayAt(text, at)?.direction !== undefined || softTowardAt(text, at)?.is === "corner";
}

/** 距, 由, 从 before a name. */
export function fromAt(text: Text, at: number): Piece | undefined {
  const end = froms.endAt(text.folded, at);
  if (end < 0) return undefined;
  // No name begins with 距: 距青路 is no road.
  const sure = sureFroms.stands(text.folded, at);
  if (!sure && (beginsName(text, end - 1) || roadNameAt(text, end) === undefined)) return undefined;
  return { is: "from", start: at, end };
}

/** 到解放路18号, 沿和平街: words of going before a name. */
export function goingAt(text: Text, at: number): Piece | undefined {
  const end = goings.endAt(text.folded, at);
  if (end < 0 || beginsName(text, end - 1)) return undefined;
  const kind = nameAt(text, end)?.kind;
  return kind === undefined || kind === "raw" ? undefined : { is: "soft", start: at, end };
}
