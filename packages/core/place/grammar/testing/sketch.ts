import type { Anchor, CrossingShape, Direction, Reading, Relation } from "../reading.ts";

/** A reading on one line, for tables that tests and the documentation share. */
export interface SketchWords {
  readonly shapes: Readonly<Record<CrossingShape, string>>;
  readonly kinds: Readonly<Record<Exclude<Anchor["kind"], "crossing">, string>>;
  readonly compass: Readonly<Record<Direction | "middle" | "left" | "right", string>>;
  readonly relations: Readonly<Record<Relation, string>>;
  readonly on: (road: string) => string;
  readonly opposite: (name: string) => string;
  readonly number: (number: string) => string;
  readonly annex: (annex: number) => string;
  readonly yard: string;
  readonly building: (building: string) => string;
  readonly unit: (unit: string) => string;
  readonly part: (part: string) => string;
  readonly bank: (bank: string) => string;
  readonly offset: (direction: string, metres: string) => string;
  readonly distance: (metres: string) => string;
  readonly about: string;
  readonly side: (direction: string) => string;
  readonly setback: (metres: string) => string;
  readonly corner: (direction: string) => string;
  readonly towards: (direction: string) => string;
  readonly landmark: (name: string, relation: string) => string;
  readonly areas: (names: readonly string[]) => string;
}

export const zh: SketchWords = {
  shapes: { meeting: "路口", crossroads: "十字路口", tee: "丁字路口", roundabout: "环岛", overpass: "立交桥" },
  kinds: { stretch: "路段", door: "门牌", named: "地点", community: "小区", poles: "杆件", bank: "河岸", area: "区域" },
  compass: {
    north: "北",
    northEast: "东北",
    east: "东",
    southEast: "东南",
    south: "南",
    southWest: "西南",
    west: "西",
    northWest: "西北",
    middle: "中",
    left: "左",
    right: "右",
  },
  relations: {
    opposite: "对面",
    entrance: "门口",
    beside: "旁边",
    near: "附近",
    behind: "后面",
    inFront: "前面",
    under: "下面",
    inside: "里面",
  },
  on: (road) => `在${road}`,
  opposite: (name) => `对面是${name}`,
  number: (number) => `${number}号`,
  annex: (annex) => `附${annex}号`,
  yard: "院",
  building: (building) => `${building}号楼`,
  unit: (unit) => `${unit}单元`,
  part: (part) => `${part}段`,
  bank: (bank) => `${bank}岸`,
  offset: (direction, metres) => `向${direction}${metres}米`,
  distance: (metres) => `相距${metres}米`,
  about: "约",
  side: (direction) => `路${direction}侧`,
  setback: (metres) => `离路边${metres}米`,
  corner: (direction) => `${direction}角`,
  towards: (direction) => `${direction}边`,
  landmark: (name, relation) => `那里有${name}${relation}`,
  areas: (names) => `辖区 ${names.join(" ")}`,
};

export const en: SketchWords = {
  shapes: {
    meeting: "crossing",
    crossroads: "crossroads",
    tee: "T-junction",
    roundabout: "roundabout",
    overpass: "overpass",
  },
  kinds: {
    stretch: "road",
    door: "door",
    named: "place",
    community: "community",
    poles: "pole",
    bank: "bank",
    area: "area",
  },
  compass: {
    north: "north",
    northEast: "north-east",
    east: "east",
    southEast: "south-east",
    south: "south",
    southWest: "south-west",
    west: "west",
    northWest: "north-west",
    middle: "middle",
    left: "left",
    right: "right",
  },
  relations: {
    opposite: "opposite",
    entrance: "entrance",
    beside: "beside",
    near: "near",
    behind: "behind",
    inFront: "in front",
    under: "under",
    inside: "inside",
  },
  on: (road) => `on ${road}`,
  opposite: (name) => `opposite ${name}`,
  number: (number) => `no. ${number}`,
  annex: (annex) => `annex ${annex}`,
  yard: "yard",
  building: (building) => `building ${building}`,
  unit: (unit) => `unit ${unit}`,
  part: (part) => `${part} part`,
  bank: (bank) => `${bank} bank`,
  offset: (direction, metres) => `${metres} m ${direction}`,
  distance: (metres) => `${metres} m away`,
  about: "about ",
  side: (direction) => `${direction} side of the road`,
  setback: (metres) => `${metres} m from the kerb`,
  corner: (direction) => `${direction} corner`,
  towards: (direction) => `${direction} of it`,
  landmark: (name, relation) => `there ${name}${relation === "" ? "" : ` (${relation})`}`,
  areas: (names) => `within ${names.join(" ")}`,
};

export function sketch(reading: Reading, words: SketchWords = zh): string {
  const { areas, relation, offset, distance, side, setback, corner, towards, landmark } = reading;
  const guess = (about: boolean): string => (about ? words.about : "");
  return [
    anchor(reading.anchor, words),
    corner === undefined ? "" : words.corner(words.compass[corner]),
    towards === undefined ? "" : words.towards(words.compass[towards]),
    relation === undefined ? "" : words.relations[relation],
    offset === undefined ? "" : words.offset(words.compass[offset.direction], `${guess(offset.about)}${offset.metres}`),
    distance === undefined ? "" : words.distance(`${guess(distance.about)}${distance.metres}`),
    side === undefined ? "" : words.side(words.compass[side]),
    setback === undefined ? "" : words.setback(`${guess(setback.about)}${setback.metres}`),
    landmark === undefined
      ? ""
      : words.landmark(landmark.name.text, landmark.relation === undefined ? "" : words.relations[landmark.relation]),
    areas.length === 0 ? "" : words.areas(areas.map(({ text }) => text)),
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

function anchor(at: Anchor, words: SketchWords): string {
  const on = (road: { readonly text: string } | undefined): string => (road === undefined ? "" : words.on(road.text));
  const list = (...parts: readonly string[]): string => parts.filter((part) => part !== "").join(" ");
  switch (at.kind) {
    case "crossing":
      return list(words.shapes[at.shape], at.roads.map(({ text }) => text).join(" × "));
    case "stretch":
      return list(
        words.kinds.stretch,
        at.road.text,
        at.between === undefined ? "" : `${at.between[0].text}～${at.between[1].text}`,
        at.part === undefined ? "" : words.part(words.compass[at.part]),
      );
    case "door":
      return list(
        words.kinds.door,
        at.road.text,
        words.number(`${at.prefix ?? ""}${at.number}`),
        at.annex === undefined ? "" : words.annex(at.annex),
        at.yard ? words.yard : "",
        at.building === undefined ? "" : words.building(at.building),
        at.unit === undefined ? "" : words.unit(at.unit),
      );
    case "named":
      return list(
        words.kinds.named,
        at.and === undefined ? at.name.text : `${at.name.text}～${at.and.text}`,
        on(at.road),
        at.oppositeOf === undefined ? "" : words.opposite(at.oppositeOf.text),
      );
    case "community":
      return list(
        words.kinds.community,
        at.name.text,
        at.section ?? "",
        at.building === undefined
          ? ""
          : words.building(at.buildingTo === undefined ? at.building : `${at.building}～${at.buildingTo}`),
        at.unit === undefined ? "" : words.unit(at.unit),
        on(at.road),
      );
    case "poles":
      return list(words.kinds.poles, at.numbers.join("～"), at.what, on(at.road));
    case "bank":
      return list(words.kinds.bank, at.water.text, at.bank === undefined ? "" : words.bank(words.compass[at.bank]));
    case "area":
      return list(words.kinds.area, at.name.text);
  }
}
