import { directionAt, isDirection, towardGate } from "./compass.ts";
import { Gate } from "./gate.ts";
import type { TowardPiece } from "./piece.ts";
import type { Text } from "./text.ts";
import { Words } from "./words.ts";

const roads = new Words("机动车道 大马路 道路 马路 公路 大街 大路 街道 路 街 道 巷");
const keeping = new Words("靠 偏");
const of = new Words("的 ␣");
const halves = new Words("半幅路面 半幅路 半幅 半边 半侧 幅");
const faces = new Words("侧面 侧边 侧 边 面 沿");
const lanes = new Words(
  "机动车道 非机动车道 人行便道 人行道 非机动道 慢车道 快车道 辅道 辅路 车道 便道 盲道 绿化带 绿化 路肩 路沿 路边 路面 沿街",
);
const within = new Words("上 内 里 处 边");
const here = new Words("处");
/** 路南街, 路东门, 路东北角: not a side but the beginning of something else. */
const names = new Words("角 门 段 头 端 街 路 巷 村 大 北两 南北 东西 关 岸");

/** With what sides begin. */
export const sideGate = new Gate(roads, keeping, towardGate);

/** 路南, 路的南侧, 南半幅, 靠南, 南侧人行道: said so that it can be nothing but the side of a road. */
export function sideAt(text: Text, at: number): TowardPiece | undefined {
  const { folded } = text;
  if (!sideGate.opens(text.unit(at))) return undefined;
  const road = roads.endAt(folded, at);
  const lead = road < 0 ? roads.skip(folded, keeping.endAt(folded, at)) : road;
  if (lead < 0 && !isDirection(text.unit(at))) return undefined;
  const heading = directionAt(text, lead < 0 ? at : of.skip(folded, lead));
  if (heading === undefined) return undefined;
  const half = halves.endAt(folded, heading.end);
  const face = half < 0 ? faces.endAt(folded, heading.end) : half;
  const end = face < 0 ? heading.end : face;
  const lane = face < 0 && lead < 0 ? -1 : lanes.endAt(folded, of.skip(folded, end));
  if (lead < 0 && half < 0 && lane < 0) return undefined;
  if (lane < 0 && face < 0 && names.stands(folded, end)) return undefined;
  return {
    is: "side",
    start: at,
    end: lane < 0 ? here.skip(folded, end) : within.skip(folded, lane),
    direction: heading.direction,
  };
}

/** 道路南侧, 马路南侧: unlike 路南侧 no part of the name before it. */
export function sideOfTheRoadAt(text: Text, at: number): boolean {
  // 高新南三道路南: this 道 is numbered, so it ends a name.
  if (counted.stands(text.folded, at - 1)) return false;
  return theRoad.stands(text.folded, at) && sideAt(text, at) !== undefined;
}
export const theRoad = new Words("道路 马路");
const counted = new Words("一 二 三 四 五 六 七 八 九 十 号");
