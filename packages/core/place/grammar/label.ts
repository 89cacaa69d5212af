import { Gate } from "./gate.ts";
import type { Piece } from "./piece.ts";
import type { Text } from "./text.ts";
import { Words } from "./words.ts";

const openings = new Words("事发 案发 案件 事件 问题 具体 详细 所在 发生 反映 来电人 居住 现场");
/** These tell what comes next wherever they stand before a colon; the others only where nothing stands right before them. */
const sure = new Words("地址 地点 位置 方位");
const others = new Words("区域 辖区 地段 路段 道路 路名 街道 社区 小区 单位");
const endings = new Words("描述 名称 信息 说明");
const colon = new Words(":");

/**
 * 地点：, 事发位置描述：: the name of a field of some form. What stands behind belongs to what stands before, as the place that
 * a form tells of is one.
 */
export function labelAt(text: Text, at: number): Piece | undefined {
  const { folded } = text;
  if (!labelGate.opens(text.unit(at))) return undefined;
  const opened = openings.skip(folded, at);
  const isFirst = !text.isName(at - 1);
  const word = sure.endAt(folded, opened);
  const named = word < 0 && isFirst ? others.endAt(folded, opened) : word;
  if (named < 0) return undefined;
  const ended = endings.skip(folded, named);
  const end = colon.endAt(folded, text.unblank(ended));
  return end < 0 ? undefined : { is: "soft", start: at, end };
}
const labelGate = new Gate(openings, sure, others);
