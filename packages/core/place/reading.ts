/**
 * What a description of a place says, before anybody looks at a map. The grammar (`parse`, `format`) makes and writes
 * readings; the gazetteer (`resolve`, `describe`) turns them into points and back.
 */

/** The compass's eight directions: 东 南 西 北 东南 东北 西南 西北. */
export const directions = [
  "north",
  "northEast",
  "east",
  "southEast",
  "south",
  "southWest",
  "west",
  "northWest",
] as const;
export type Direction = (typeof directions)[number];

/** Where in the text something stands: UTF-16 units, `end` not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A proper name as it was written. */
export interface Name {
  readonly text: string;
  readonly span: Span;
}

/** How the text calls a meeting of roads; "meeting" where it says no more than that they meet. */
export type CrossingShape = "meeting" | "crossroads" | "tee" | "roundabout" | "overpass";

/** A和B交叉口 */
export interface CrossingAnchor {
  readonly kind: "crossing";
  /** Two names or more, in the order of the text; the first is the one offsets follow when it can. */
  readonly roads: readonly Name[];
  readonly shape: CrossingShape;
}

/** A路（B路—C路段）, A路北段, A路中段; without bounds and part it is the whole road. */
export interface StretchAnchor {
  readonly kind: "stretch";
  readonly road: Name;
  readonly between?: readonly [from: Name, to: Name];
  readonly part?: Direction | "middle";
}

/** 解放路18号附2号, 解放路18号院 */
export interface DoorAnchor {
  readonly kind: "door";
  readonly road: Name;
  readonly number: number;
  /** 附2号 or 18-2号: a door under the number. */
  readonly annex?: number;
  /** 号院: a yard behind the number. */
  readonly yard: boolean;
  /** 甲18号, 临18号: the character before the number. */
  readonly prefix?: string;
  /** 18号院3号楼2单元: as written, as in a community. */
  readonly building?: string;
  readonly unit?: string;
}

/** 方圆酒店, with the road it is said to stand on. Also bridges (×桥) and whatever else bears a name of its own. */
export interface NamedAnchor {
  readonly kind: "named";
  readonly name: Name;
  readonly road?: Name;
  /** "宏光农贸市场对面方圆酒店": the other place that the text names as opposite; a check on the first. */
  readonly oppositeOf?: Name;
  /** "方圆酒店与宏光农贸市场之间": the place at the other end. */
  readonly and?: Name;
}

/** ×小区×号楼×单元 */
export interface CommunityAnchor {
  readonly kind: "community";
  readonly name: Name;
  readonly road?: Name;
  /** 二期, 东区, A区: the part of it, as written. */
  readonly section?: string;
  /** "3", "甲1", "A" as written. */
  readonly building?: string;
  /** "3号楼与5号楼之间": the second one. */
  readonly buildingTo?: string;
  readonly unit?: string;
}

/** 023号灯杆, 023号灯杆与026号灯杆之间: numbered poles, on a road where one is named. */
export interface PolesAnchor {
  readonly kind: "poles";
  readonly road?: Name;
  /** Digits as written, leading zeros kept: one pole, or the two at the ends. */
  readonly numbers: readonly [string] | readonly [string, string];
  /** 灯杆, 电线杆, 路灯, … as written. */
  readonly what: string;
}

/** ×河北岸, ×渠东岸 */
export interface BankAnchor {
  readonly kind: "bank";
  readonly water: Name;
  readonly bank?: Direction | "left" | "right";
}

/** Nothing but an area: 山阳区, 焦东街道, ×社区. */
export interface AreaAnchor {
  readonly kind: "area";
  readonly name: Name;
}

export type Anchor =
  CrossingAnchor | StretchAnchor | DoorAnchor | NamedAnchor | CommunityAnchor | PolesAnchor | BankAnchor | AreaAnchor;

/** How the place stands to its anchor: 对面 门口 旁 附近 … */
export type Relation = "opposite" | "entrance" | "beside" | "near" | "behind" | "inFront" | "under" | "inside";

/** 东30米; 向北约一百二十米 */
export interface Offset {
  readonly direction: Direction;
  readonly metres: number;
  /** 约, 左右, 余: the figure is a guess. */
  readonly about: boolean;
}

/** 距…30米, …30米处: so far from the anchor, nobody says which way. Never together with an offset. */
export interface Distance {
  readonly metres: number;
  readonly about: boolean;
}

/** "…东30米路南方圆酒店门口": what is said to be there. A check, or a finer answer, where the gazetteer knows it. */
export interface Landmark {
  readonly name: Name;
  readonly relation?: Relation;
}

/** One way to understand a text. */
export interface Reading {
  /** Names of areas in front of the place (市, 区, 街道, 社区), in the order of the text; perhaps doubled, perhaps wrong. */
  readonly areas: readonly Name[];
  readonly anchor: Anchor;
  readonly relation?: Relation;
  readonly offset?: Offset;
  readonly distance?: Distance;
  /** 路南, 南侧, 南半幅: the side of the road. */
  readonly side?: Direction;
  /** 路南20米: so far beyond the kerb of that side; never without a side. */
  readonly setback?: Distance;
  /** 西南角, of a crossing or a place. */
  readonly corner?: Direction;
  /** 北侧, 以东, 南门 of something that is no road: towards this direction of the anchor. */
  readonly towards?: Direction;
  /** Behind a crossing, a house number or a stretch with an offset. */
  readonly landmark?: Landmark;
}

/** A piece of the text that took no part in a reading. */
export interface Leftover {
  readonly text: string;
  readonly span: Span;
  /** True where it names no place and tells no direction: what happened, who saw it. Nothing is missed by leaving it out. */
  readonly plain?: boolean;
}

/** What a text was understood as. Total: any text has one, perhaps without a reading. */
export interface Parsed {
  readonly text: string;
  /** Best first; empty where the text names no place. */
  readonly readings: readonly { readonly reading: Reading; readonly leftover: readonly Leftover[] }[];
}
