import type { Direction } from "../reading.ts";
import { Phrase, type PlaceSlot, type Tail } from "./phrase.ts";
import type { NamePiece, Piece, TowardPiece } from "./piece.ts";
import type { Text } from "./text.ts";

/** Sorts the pieces of a text into phrases, each about one place. One pass, looking ahead a bounded number of pieces. */
export function gather(text: Text, pieces: readonly Piece[]): Phrase[] {
  const gatherer = new Gatherer(text, pieces);
  for (let i = 0; i < pieces.length; i += 1) gatherer.take(i);
  gatherer.close();
  return gatherer.phrases;
}

/** Soft pieces, commas and parentheses that are passed over when looking ahead. */
const farthest = 4;

class Gatherer {
  readonly phrases: Phrase[] = [];
  readonly #text: Text;
  readonly #pieces: readonly Piece[];
  #phrase = new Phrase();
  /** How the next road or place is joined to what is there. */
  #joined: "none" | "and" | "to" = "none";
  #from = false;
  #target: "roads" | PlaceSlot = "roads";
  #open = 0;
  /** A road said in passing, for a place named later: 解放路巡查时，发现方圆酒店门口… */
  #context: NamePiece | undefined;
  #contextLeft = 0;

  constructor(text: Text, pieces: readonly Piece[]) {
    this.#text = text;
    this.#pieces = pieces;
  }

  close(): void {
    const phrase = this.#phrase;
    if (!phrase.empty || phrase.areas.length > 0) {
      this.phrases.push(phrase);
      const alone = phrase.roads.length === 1 && phrase.places.length === 0 && phrase.door === undefined;
      if (alone) {
        this.#context = phrase.roads[0]?.name;
        this.#contextLeft = 12;
      }
    }
    this.#phrase = new Phrase();
    this.#joined = "none";
    this.#from = false;
    this.#target = "roads";
    this.#open = 0;
  }

  take(i: number): void {
    const piece = this.#pieces[i];
    if (piece === undefined) return;
    this.#contextLeft -= 1;
    const phrase = this.#phrase;
    switch (piece.is) {
      case "stop":
        this.close();
        return;
      case "plain":
        // Words about something else end a phrase that says where; before the place they say nothing.
        if (!phrase.empty || phrase.areas.length > 0) this.close();
        return;
      case "comma":
      case "soft":
      case "both":
        phrase.shared.push(piece);
        return;
      case "open":
        this.#open += 1;
        phrase.shared.push(piece);
        return;
      case "close":
        this.#open = Math.max(0, this.#open - 1);
        phrase.shared.push(piece);
        return;
      case "and":
      case "to":
        this.#joined = piece.is;
        phrase.shared.push(piece);
        return;
      case "from":
        this.#from = true;
        phrase.shared.push(piece);
        return;
      case "name":
        this.#name(i, piece);
        return;
      case "meet":
        if (piece.shape === "overpass" && this.#bridge(piece)) return;
        if (phrase.roads.length === 1 && phrase.places.length === 0) {
          const road = phrase.roads[0];
          if (road !== undefined) road.mouth = true;
        }
        phrase.shape ??= piece.shape;
        if (phrase.shape === "meeting") phrase.shape = piece.shape;
        this.#target = "roads";
        phrase.used.push(piece);
        return;
      case "mouth": {
        const road = phrase.roads.at(-1);
        if (this.#target === "roads" && road !== undefined) {
          road.mouth = true;
          if (phrase.roads.length > 1) phrase.shape ??= "meeting";
          phrase.used.push(piece);
        } else this.#tail((tail) => (tail.relation ??= "entrance"), piece);
        return;
      }
      case "between":
        phrase.between = true;
        phrase.shared.push(piece);
        return;
      case "segment":
        phrase.segment = true;
        phrase.shared.push(piece);
        return;
      case "relation":
        this.#tail((tail) => (tail.relation = piece.relation), piece);
        return;
      case "away":
        this.#tail((tail) => {
          const { direction } = piece;
          if (direction === undefined) tail.distance ??= piece;
          else tail.offset ??= { ...piece, direction };
        }, piece);
        return;
      case "side":
        this.#tail((tail) => {
          if (compass(piece.direction)) tail.side ??= piece.direction;
        }, piece);
        return;
      case "corner":
        this.#tail((tail) => {
          if (compass(piece.direction)) tail.corner ??= piece.direction;
        }, piece);
        return;
      case "toward":
        this.#toward(piece);
        return;
      case "part":
        this.#tail((tail) => {
          const { direction } = piece;
          if (direction === "left" || direction === "right" || direction === undefined) return;
          if (this.#target === "roads" && phrase.shape === undefined) tail.part ??= direction;
          else if (direction !== "middle") tail.toward ??= direction;
        }, piece);
        return;
      case "gate":
        this.#tail((tail) => {
          tail.relation ??= "entrance";
          if (compass(piece.direction)) tail.toward ??= piece.direction;
        }, piece);
        return;
      case "bank":
        this.#tail(
          (tail) =>
            (tail.bank ??= piece.direction === undefined || piece.direction === "middle" ? "some" : piece.direction),
          piece,
        );
        return;
      case "pole":
        phrase.poles.push(piece);
        phrase.used.push(piece);
        return;
      case "door":
      case "building":
      case "unit":
      case "section":
      case "room":
        this.#number(piece);
        return;
    }
  }

  /** 解放路立交桥: no second road, so it is a bridge of this name. */
  #bridge(piece: Piece): boolean {
    const phrase = this.#phrase;
    const [road] = phrase.roads;
    if (phrase.roads.length !== 1 || phrase.places.length > 0 || road === undefined || road.name.end !== piece.start)
      return false;
    phrase.roads.pop();
    phrase.used.pop();
    this.#place({ ...road.name, kind: "bridge", end: piece.end });
    return true;
  }

  #tail(set: (tail: Tail) => void, piece: Piece): void {
    if (this.#target === "roads") {
      set(this.#phrase.tail);
      this.#phrase.used.push(piece);
    } else {
      set(this.#target.tail);
      this.#target.used.push(piece);
    }
    this.#joined = "none";
  }

  #toward(piece: TowardPiece): void {
    const phrase = this.#phrase;
    const { direction } = piece;
    if (!compass(direction)) return;
    if (this.#target !== "roads") {
      this.#tail((tail) => {
        if (tail.offset === undefined && tail.toward === undefined) tail.toward = direction;
        else tail.side ??= direction;
      }, piece);
      return;
    }
    const road = phrase.roads.at(-1);
    if (
      road !== undefined &&
      phrase.shape === undefined &&
      road.toward === undefined &&
      phrase.tail.offset === undefined &&
      !phrase.segment &&
      !phrase.between
    ) {
      road.toward = direction;
      phrase.used.push(piece);
      return;
    }
    this.#tail((tail) => {
      if (tail.offset !== undefined || phrase.segment || phrase.between || phrase.poles.length > 0)
        tail.side ??= direction;
      else tail.toward ??= direction;
    }, piece);
  }

  #number(piece: Piece): void {
    const phrase = this.#phrase;
    if (
      piece.is === "door" ||
      piece.is === "building" ||
      piece.is === "unit" ||
      piece.is === "section" ||
      piece.is === "room"
    ) {
      const place = this.#target === "roads" ? undefined : this.#target;
      if ((place !== undefined && place.name.kind !== "raw") || (place !== undefined && piece.is !== "door")) {
        if (this.#joined !== "none" && piece.is === "building" && place.building !== undefined)
          place.buildingTo ??= piece;
        else if (piece.is === "section") place.section ??= piece;
        else if (piece.is === "building" || piece.is === "door") place.building ??= piece;
        else if (piece.is === "unit") place.unit ??= piece;
        place.used.push(piece);
        this.#joined = "none";
        return;
      }
      if (phrase.roads.length === 0 && phrase.areas.length === 0) return;
      if (piece.is === "door") {
        if (phrase.door !== undefined) return;
        phrase.door = piece;
      } else if (piece.is === "building") phrase.doorBuilding ??= piece;
      else if (piece.is === "unit") phrase.doorUnit ??= piece;
      phrase.used.push(piece);
    }
  }

  #name(i: number, piece: NamePiece): void {
    if (piece.kind === "area") {
      if (this.#memberOfCrossing(i, piece)) this.#road(i, piece);
      else {
        this.#phrase.areas.push(piece);
        this.#phrase.shared.push(piece);
        this.#joined = "none";
      }
      return;
    }
    if (piece.kind === "road" || this.#memberOfCrossing(i, piece)) {
      this.#road(i, piece);
      return;
    }
    if (piece.kind === "raw" && !this.#standsAsPlace(i)) {
      if (!this.#phrase.empty) this.close();
      return;
    }
    this.#place(piece);
  }

  #road(i: number, piece: NamePiece): void {
    const written = this.#text.folded.slice(piece.start, piece.end);
    const same = this.#phrase.roads.find(({ name }) => this.#text.folded.slice(name.start, name.end) === written);
    if (same !== undefined) {
      this.#phrase.used.push(piece);
      same.from ||= this.#from;
      this.#from = false;
      this.#joined = "none";
      this.#target = "roads";
      return;
    }
    if (!this.#merges(i, piece)) {
      const opened = this.#open;
      this.close();
      this.#open = opened;
    }
    this.#phrase.roads.push({ name: piece, by: this.#joined, from: this.#from, mouth: false });
    this.#phrase.used.push(piece);
    this.#joined = "none";
    this.#from = false;
    this.#target = "roads";
  }

  /** Whether another road speaks of the same place as what was gathered. */
  #merges(i: number, piece: NamePiece): boolean {
    const { roads, places, tail, shape, door, poles } = this.#phrase;
    if (roads.length === 0 && places.length === 0 && poles.length === 0) return true;
    if (roads.length >= 4 || door !== undefined) return false;
    if (places.length > 0) return false;
    if (poles.length > 0) return roads.length === 0;
    if (this.#joined !== "none" || this.#from) return true;
    const next = this.#next(i);
    const evident =
      next !== undefined && ["meet", "mouth", "away", "to", "and", "between", "segment", "toward"].includes(next.is);
    if (shape !== undefined && roads.length >= 2) return false;
    if (
      tail.offset !== undefined ||
      tail.side !== undefined ||
      tail.corner !== undefined ||
      tail.distance !== undefined
    )
      return (
        roads.length === 1 &&
        (evident ||
          this.#open > 0 ||
          next === undefined ||
          next.is === "side" ||
          next.is === "stop" ||
          roads[0]?.mouth === true) &&
        !piece.weak
      );
    return !piece.weak || evident;
  }

  /** Not a road by its name, but joined to one: 和平与文化巷交叉口, 解放路与群英河交叉口. */
  #memberOfCrossing(i: number, piece: NamePiece): boolean {
    const next = this.#next(i);
    const { roads, places } = this.#phrase;
    if (this.#joined !== "none" && roads.length > 0 && places.length === 0) {
      return (
        next === undefined ||
        next.is === "meet" ||
        next.is === "mouth" ||
        next.is === "away" ||
        next.is === "between" ||
        next.is === "close" ||
        next.is === "stop" ||
        next.is === "segment" ||
        next.is === "side" ||
        next.is === "toward" ||
        next.is === "corner" ||
        (next.is === "and" && this.#meetsSoon(i))
      );
    }
    if (next?.is === "and" && places.length === 0) return this.#meetsSoon(i);
    if (next?.is === "meet" && places.length === 0 && roads.length === 1 && this.#phrase.shape === undefined)
      return piece.kind === "raw" || piece.kind === "area" || piece.kind === "water";
    return false;
  }

  /** After this name comes a connector, a name and a word for a meeting. */
  #meetsSoon(i: number): boolean {
    let names = 0;
    for (let j = i + 1; j < i + 8; j += 1) {
      const piece = this.#pieces[j];
      if (piece === undefined) return false;
      if (piece.is === "meet") return names > 0;
      if (piece.is === "name") {
        names += 1;
        if (names > 2) return false;
        const next = this.#pieces[j + 1];
        if (names === 1 && piece.kind === "road" && (next?.is === "away" || next?.is === "mouth")) return true;
        continue;
      }
      if (piece.is !== "and" && piece.is !== "soft" && piece.is !== "toward" && piece.is !== "side") return false;
    }
    return false;
  }

  #next(i: number): Piece | undefined {
    for (let j = i + 1; j <= i + farthest; j += 1) {
      const piece = this.#pieces[j];
      if (piece === undefined) return undefined;
      if (piece.is !== "soft") return piece;
    }
    return undefined;
  }

  /** A run of characters is taken for a name where something is said of its place, or where it is all there is. */
  #standsAsPlace(i: number): boolean {
    const piece = this.#pieces[i];
    const next = this.#pieces[i + 1];
    if (piece === undefined || piece.end - piece.start < 2) return false;
    if (
      next !== undefined &&
      ["relation", "away", "toward", "gate", "building", "bank", "corner", "section"].includes(next.is)
    )
      return true;
    if (next?.is === "and") return true;
    return (
      this.#phrase.empty && (next === undefined || next.is === "stop") && (i === 0 || this.#phrase.areas.length > 0)
    );
  }

  #place(piece: NamePiece): void {
    let phrase = this.#phrase;
    const before = phrase.places.at(-1);
    // 广场东侧公厕: what stands there, not another place.
    if (
      piece.bare &&
      before !== undefined &&
      !before.name.bare &&
      before.tail.relation !== "opposite" &&
      this.#joined === "none"
    ) {
      before.used.push(piece);
      return;
    }
    if (phrase.poles.length > 0) {
      this.close();
      phrase = this.#phrase;
    }
    const slot: PlaceSlot = { name: piece, by: this.#joined === "and" ? "and" : "none", tail: {}, used: [piece] };
    if (phrase.places.length === 0 && phrase.roads.length === 0) {
      Object.assign(slot.tail, phrase.tail);
      slot.used.push(...phrase.used);
      if (this.#context !== undefined && this.#contextLeft > 0) {
        phrase.roads.push({ name: this.#context, by: "none", from: false, mouth: false });
        phrase.used.push(this.#context);
      }
    }
    phrase.places.push(slot);
    this.#target = slot;
    this.#joined = "none";
    this.#from = false;
  }
}

function compass(direction: Direction | "middle" | "left" | "right" | undefined): direction is Direction {
  return direction !== undefined && direction !== "middle" && direction !== "left" && direction !== "right";
}
