import type { CrossingShape, Direction, Relation } from "../reading.ts";

export type NameKind = "road" | "area" | "place" | "home" | "water" | "bridge" | "raw";

interface At {
  readonly start: number;
  readonly end: number;
}

/** A name; "raw" where nothing but its surroundings says that it might be one. */
export interface NamePiece extends At {
  readonly is: "name";
  readonly kind: NameKind;
  /** Nothing stands before the suffix: 幼儿园, 市场. */
  readonly bare: boolean;
  /** One character before the suffix, or an everyday word: hardly a name unless the text treats it as one. */
  readonly weak: boolean;
}

/** 30米; with a direction it is an offset. */
export interface AwayPiece extends At {
  readonly is: "away";
  readonly direction?: Direction;
  readonly metres: number;
  readonly about: boolean;
}

/** 东侧, 以东, 路南, 西南角, 南门, 北段, 东岸, 岸边 */
export interface TowardPiece extends At {
  readonly is: "toward" | "side" | "corner" | "gate" | "part" | "bank";
  readonly direction?: Direction;
}

/** 中段 */
export interface MiddlePiece extends At {
  readonly is: "part";
  readonly direction: "middle";
}

/** 左岸 */
export interface BankPiece extends At {
  readonly is: "bank";
  readonly direction: "left" | "right";
}

/** 18号附2号院, 3号楼, 2单元, 二期, 502室 */
export interface NumberPiece extends At {
  readonly is: "door" | "building" | "unit" | "section" | "room";
  readonly text: string;
  readonly number: number;
  readonly annex?: number;
  readonly yard: boolean;
  /** 甲18号: the 甲. */
  readonly prefix?: string;
  /** 3-2-501: the 2. */
  readonly unit?: string;
}

export interface PolePiece extends At {
  readonly is: "pole";
  readonly number: string;
  readonly what: string;
}

export type Piece =
  | NamePiece
  | AwayPiece
  | TowardPiece
  | MiddlePiece
  | BankPiece
  | NumberPiece
  | PolePiece
  | (At & { readonly is: "meet"; readonly shape: CrossingShape })
  | (At & { readonly is: "relation"; readonly relation: Relation })
  /** and: 与; to: 至; from: 距, 由. */
  | (At & { readonly is: "and" | "to" | "from" })
  /** 巷口 after the lane's name. */
  | (At & { readonly is: "mouth" | "between" | "segment" | "vague" })
  | (At & { readonly is: "open" | "close" | "comma" | "stop" })
  /** soft: 的, 处, 往, words that join what belongs together; plain: words that are about something else. */
  | (At & { readonly is: "soft" | "plain" });
