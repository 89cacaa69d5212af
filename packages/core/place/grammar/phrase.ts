import type { CrossingShape, Direction, Distance, Offset, Relation } from "../reading.ts";
import type { NamePiece, NumberPiece, Piece, PolePiece } from "./piece.ts";
import type { Text } from "./text.ts";

/** What was said about where something stands to its anchor. */
export interface Tail {
  relation?: Relation;
  offset?: Offset;
  distance?: Distance;
  setback?: Distance;
  side?: Direction;
  corner?: Direction;
  toward?: Direction;
  part?: Direction | "middle";
  bank?: Direction | "left" | "right" | "some";
}

export interface RoadSlot {
  readonly name: NamePiece;
  /** How it was joined to the road before it. */
  readonly by: "none" | "and" | "to";
  /** 距A路, 由A路: measured from it, not along it. */
  from: boolean;
  /** A巷口 */
  mouth: boolean;
  /** A路南侧, A路以东, said of this road alone. */
  toward?: Direction;
}

export interface PlaceSlot {
  readonly name: NamePiece;
  readonly by: "none" | "and";
  readonly tail: Tail;
  section?: string;
  building?: string;
  buildingTo?: string;
  unit?: string;
  readonly used: Piece[];
}

/** Pieces that speak of one place, sorted into slots. Orders differ from speaker to speaker; slots do not. */
export class Phrase {
  readonly areas: NamePiece[] = [];
  readonly roads: RoadSlot[] = [];
  readonly places: PlaceSlot[] = [];
  readonly poles: PolePiece[] = [];
  readonly tail: Tail = {};
  door: NumberPiece | undefined;
  doorBuilding: string | undefined;
  doorUnit: string | undefined;
  shape: CrossingShape | undefined;
  between = false;
  /** 至 joins two of the roads, or crossings of them. */
  spans = false;
  segment = false;
  /** How the next name is joined to what is there. */
  joined: "none" | "and" | "to" = "none";
  /** 距, 由 stands before the next road. */
  from = false;
  /** Parentheses open so far. */
  open = 0;
  /** Pieces that every reading of the phrase uses: joining words, areas. */
  readonly shared: Piece[] = [];
  /** Pieces that the roads and what is said of them use. */
  readonly used: Piece[] = [];

  get empty(): boolean {
    return this.roads.length === 0 && this.places.length === 0 && this.poles.length === 0;
  }

  /** The road of this name that the phrase has named before: 和平街与文化巷交叉口，和平街路南 */
  said({ folded }: Text, { start, end }: NamePiece): RoadSlot | undefined {
    const name = folded.slice(start, end);
    return this.roads.find(
      ({ name: known }) => known.end - known.start === name.length && folded.startsWith(name, known.start),
    );
  }

  /** The road on which places and poles stand: the one whose part or crossing was named, else the last. */
  get along(): RoadSlot | undefined {
    const [first, , third] = this.roads;
    const bounded = third !== undefined && (this.spans || this.between || this.segment);
    return this.shape !== undefined || bounded ? first : this.roads.at(-1);
  }

  /** 交叉口东30米路南方圆酒店门口: what is said to stand where the roads lead; one of its own place is no landmark. */
  get landmark(): PlaceSlot | undefined {
    const place = this.places.at(-1);
    if (place === undefined || place.building !== undefined || place.tail.offset !== undefined) return undefined;
    return place.tail.toward === undefined || place.tail.relation === "entrance" ? place : undefined;
  }
}
