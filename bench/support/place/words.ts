import type { Vector } from "./truth.ts";

const compass = ["北", "东北", "东", "东南", "南", "西南", "西", "西北"] as const;

/** The compass's word for a way, one of eight. */
export const wordOf = ([east, north]: Vector): string =>
  compass[(Math.round((Math.atan2(east, north) * 4) / Math.PI) + 8) % 8] ?? "北";

/** The word for the side of a course that lies to its left (1) or right (-1). */
export const sideWord = ([east, north]: Vector, side: 1 | -1): string => wordOf([-north * side, east * side]);

const digits = "零一二三四五六七八九";

/** 1 to 999 in Chinese. */
export function inChinese(figure: number): string {
  const [hundreds, tens, ones] = [Math.floor(figure / 100), Math.floor((figure % 100) / 10), figure % 10];
  const one = ones === 0 ? "" : digits.charAt(ones);
  const ten =
    tens === 0
      ? hundreds > 0 && ones > 0
        ? "零"
        : ""
      : `${tens === 1 && hundreds === 0 ? "" : digits.charAt(tens)}十`;
  return (hundreds === 0 ? "" : `${digits.charAt(hundreds)}百`) + ten + one;
}

export const firstWords =
  "宏光 方圆 征云 春华 明珠 金桥 长城 东方 红星 鸿运 三和 同心 百合 凤凰 银河 海天 新世纪 康乐 福满 丽景 锦江 友谊 永兴 华美 天和 盛世 绿洲 阳光 千禧 万家".split(
    " ",
  );
export const lastWords =
  "农贸市场 酒店 礼堂 幼儿园 小学 医院 药店 超市 银行 宾馆 商场 加油站 派出所 图书馆 体育馆 文化宫 理发店 火锅店 书店 公园".split(
    " ",
  );
export const estates =
  "翠竹 锦绣 梧桐 丹桂 望岳 紫薇 清泉 香樟 玉兰 怡景 碧水 金色 御景 书香 枫林 海棠 月亮湾 听涛 春晖 惠民".split(" ");
