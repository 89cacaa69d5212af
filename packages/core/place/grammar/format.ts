import type { Anchor, CrossingShape, Direction, Reading, Relation } from "../reading.ts";

const compass: Readonly<Record<Direction, string>> = {
  north: "北",
  northEast: "东北",
  east: "东",
  southEast: "东南",
  south: "南",
  southWest: "西南",
  west: "西",
  northWest: "西北",
};
const shapes: Readonly<Record<CrossingShape, string>> = {
  meeting: "交叉口",
  crossroads: "十字路口",
  tee: "丁字路口",
  roundabout: "环岛",
  overpass: "立交桥",
};
const relations: Readonly<Record<Relation, string>> = {
  opposite: "对面",
  entrance: "门口",
  beside: "旁边",
  near: "附近",
  behind: "后面",
  inFront: "前面",
  under: "下面",
  inside: "里面",
};

/** Writes a reading as a local would; `parse` understands it as the same reading. */
export function format(reading: Reading): string {
  const { offset, distance, side, setback, corner, towards, relation } = reading;
  const parts = [...reading.areas.map(({ text }) => text), anchor(reading)];
  if (corner !== undefined) parts.push(`${compass[corner]}角`);
  if (towards !== undefined) parts.push(relation === "entrance" ? `${compass[towards]}门` : `${compass[towards]}侧`);
  if (relation !== undefined && !(relation === "entrance" && towards !== undefined))
    parts.push(said(relation, reading.anchor));
  if (offset !== undefined) parts.push(`${compass[offset.direction]}${offset.about ? "约" : ""}${offset.metres}米`);
  if (distance !== undefined) parts.push(`${distance.about ? "约" : ""}${distance.metres}米处`);
  if (side !== undefined && reading.anchor.kind !== "poles") {
    // 幼儿园路北 might be 幼儿园路's north.
    const apart = parts.length === reading.areas.length + 1 && !onRoad.has(reading.anchor.kind);
    parts.push(`${apart ? "，" : ""}路${compass[side]}`);
  }
  if (setback !== undefined) parts.push(`${setback.about ? "约" : ""}${setback.metres}米`);
  const { landmark } = reading;
  if (landmark !== undefined)
    parts.push("，", landmark.name.text, landmark.relation === undefined ? "" : relations[landmark.relation]);
  return parts.join("");
}

/** Anchors that are roads or stand by one, so that 路北 is said of it. */
const onRoad: ReadonlySet<Anchor["kind"]> = new Set(["crossing", "stretch", "door", "poles"]);

function said(relation: Relation, anchor: Anchor): string {
  return relation === "entrance" && anchor.kind === "stretch" && anchor.between === undefined
    ? "口"
    : relations[relation];
}

function anchor({ anchor: at, side, offset }: Reading): string {
  switch (at.kind) {
    case "crossing":
      return at.roads.map(({ text }) => text).join("与") + shapes[at.shape];
    case "stretch": {
      const between = at.between === undefined ? "" : `（${at.between[0].text}至${at.between[1].text}段）`;
      const part =
        at.part === undefined
          ? ""
          : at.part === "middle"
            ? "中段"
            : `${compass[at.part]}${offset === undefined ? "段" : "端"}`;
      return at.road.text + between + part;
    }
    case "door": {
      const annex = at.annex === undefined ? "" : `附${at.annex}号`;
      const inner =
        (at.building === undefined ? "" : `${at.building}号楼`) + (at.unit === undefined ? "" : `${at.unit}单元`);
      return `${at.road.text}${at.prefix ?? ""}${at.number}号${annex}${at.yard ? "院" : ""}${inner}`;
    }
    case "named":
      return `${at.road?.text ?? ""}${at.oppositeOf === undefined ? "" : `${at.oppositeOf.text}对面`}${at.name.text}${at.and === undefined ? "" : `与${at.and.text}之间`}`;
    case "community":
      return `${at.road?.text ?? ""}${at.name.text}${at.section ?? ""}${at.building === undefined ? "" : `${at.building}号楼`}${at.buildingTo === undefined ? "" : `与${at.buildingTo}号楼之间`}${at.unit === undefined ? "" : `${at.unit}单元`}`;
    case "poles": {
      const [first, second] = at.numbers;
      const on = (at.road?.text ?? "") + (side === undefined ? "" : `路${compass[side]}`);
      return second === undefined
        ? `${on}${first}号${at.what}`
        : `${on}${first}号${at.what}与${second}号${at.what}之间`;
    }
    case "bank":
      return (
        at.water.text +
        (at.bank === undefined
          ? "岸边"
          : at.bank === "left"
            ? "左岸"
            : at.bank === "right"
              ? "右岸"
              : `${compass[at.bank]}岸`)
      );
    case "area":
      return at.name.text;
  }
}
