import type { Direction, Doubt } from "@xiuhua/core/place";
import type { Words } from "@xiuhua/core/procedure";

const compass: Readonly<Record<Direction, Words>> = {
  north: { zh: "北", en: "north" },
  northEast: { zh: "东北", en: "north-east" },
  east: { zh: "东", en: "east" },
  southEast: { zh: "东南", en: "south-east" },
  south: { zh: "南", en: "south" },
  southWest: { zh: "西南", en: "south-west" },
  west: { zh: "西", en: "west" },
  northWest: { zh: "西北", en: "north-west" },
};
const directions: ReadonlyMap<string, Words> = new Map(Object.entries(compass));

/** A doubt as a sentence for whoever has to judge the answer. */
export function doubtWords({ code, about, instead }: Doubt): Words {
  const direction = directions.get(about ?? "");
  const zh = direction?.zh ?? about ?? "";
  const en = direction?.en ?? about ?? "";
  switch (code) {
    case "road-not-found":
      return { zh: `没有找到道路“${zh}”`, en: `no road “${en}” was found` };
    case "name-guessed":
      return { zh: `“${zh}”按“${instead ?? ""}”理解`, en: `“${en}” was taken for “${instead ?? ""}”` };
    case "several-crossings":
      return { zh: `${zh || "两条路"}有多个交叉口`, en: `${en || "the two roads"} cross more than once` };
    case "roads-do-not-meet":
      return {
        zh: `${zh || "两条路"}并不相交，取最接近之处`,
        en: `${en || "the roads"} do not meet; taken where they come nearest`,
      };
    case "no-leg-in-direction":
      return {
        zh: `该处没有向${zh || "该方向"}的路，取方向最接近的一条`,
        en: `no road leads ${en || "that way"} from there; the nearest direction was taken`,
      };
    case "beyond-road-end":
      return { zh: "所说的距离超出了道路的尽头", en: "the distance leads beyond the end of the road" };
    case "wrong-area":
      return { zh: `该处不在“${zh}”`, en: `it does not lie in “${en}”` };
    case "number-interpolated":
      return {
        zh: `门牌 ${zh} 由相邻门牌${instead === undefined ? "" : `（${instead}）`}推算`,
        en: `number ${en} was worked out from its neighbours${instead === undefined ? "" : ` (${instead})`}`,
      };
    case "number-out-of-range":
      return {
        zh: `没有门牌 ${zh}${instead === undefined ? "" : `，最接近的是 ${instead}`}`,
        en: `there is no number ${en}${instead === undefined ? "" : `; the nearest is ${instead}`}`,
      };
    case "place-not-found":
      return { zh: `没有找到地点“${zh}”`, en: `no place “${en}” was found` };
    case "several-places":
      return { zh: `有多个“${zh}”`, en: `there are several “${en}”` };
    case "not-opposite":
      return { zh: `与“${zh}”并不相对`, en: `it is not opposite “${en}”` };
    case "vague":
      return about === undefined
        ? { zh: "说法较笼统", en: "it is said vaguely" }
        : { zh: `“${zh}”只给出大致范围`, en: `“${en}” gives but a rough area` };
    case "part-unused":
      return { zh: `没有用上“${zh}”`, en: `“${en}” was not used` };
  }
}
