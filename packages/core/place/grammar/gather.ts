import { isTreatedAsPlace, nextOf } from "./ahead.ts";
import { Phrase, type PlaceSlot, type Tail } from "./phrase.ts";
import type { NamePiece, Piece, TowardPiece } from "./piece.ts";
import { isMember, merges } from "./roads.ts";
import { setNumber } from "./number.ts";
import { setBank, setPart, setToward } from "./tail.ts";
import type { Text } from "./text.ts";

/** Sorts the pieces of a text into phrases, each about one place. One pass, looking ahead a bounded number of pieces. */
export function gather(text: Text, pieces: readonly Piece[]): Phrase[] {
  const gatherer = new Gatherer(text, pieces);
  for (let i = 0; i < pieces.length; i += 1) gatherer.take(i);
  gatherer.close();
  return gatherer.phrases;
}

/** So many pieces later a road said in passing no longer holds: 解放路巡查时，发现方圆酒店门口… Our own choice. */
const contextReach = 12;

/** A phrase names no more areas, a doubled prefix included, and no more places; our own choice. */
const mostAreas = 12;
const mostPlaces = 6;

class Gatherer {
  readonly phrases: Phrase[] = [];
  readonly #text: Text;
  readonly #pieces: readonly Piece[];
  #phrase = new Phrase();
  /** What is said next is said of this. */
  #target: "roads" | PlaceSlot = "roads";
  /** A road said in passing, and the last piece for which it holds. */
  #context: { readonly road: NamePiece; readonly until: number } | undefined;

  constructor(text: Text, pieces: readonly Piece[]) {
    this.#text = text;
    this.#pieces = pieces;
  }

  close(at = this.#pieces.length): void {
    const phrase = this.#phrase;
    if (phrase.empty && phrase.areas.length === 0 && phrase.shared.length === 0 && phrase.used.length === 0) return;
    if (!phrase.empty || phrase.areas.length > 0) this.phrases.push(phrase);
    const [road] = phrase.roads;
    const alone = phrase.roads.length === 1 && phrase.places.length === 0 && phrase.door === undefined;
    if (alone && road !== undefined) this.#context = { road: road.name, until: at + contextReach };
    this.#phrase = new Phrase();
    this.#target = "roads";
  }

  take(i: number): void {
    const piece = this.#pieces[i];
    if (piece === undefined) return;
    const phrase = this.#phrase;
    switch (piece.is) {
      case "stop":
        this.close(i);
        break;
      case "plain":
        // Words about something else end a phrase that says where; before the place they say nothing.
        if (!phrase.empty || phrase.areas.length > 0) this.close(i);
        break;
      case "comma":
        break;
      case "open":
        phrase.open += 1;
        break;
      case "close":
        phrase.open = Math.max(0, phrase.open - 1);
        break;
      case "soft":
      case "vague":
        phrase.shared.push(piece);
        break;
      case "and":
      case "to":
        phrase.joined = piece.is;
        phrase.shared.push(piece);
        break;
      case "from":
        phrase.from = true;
        phrase.shared.push(piece);
        break;
      case "between":
      case "segment":
        phrase[piece.is] = true;
        phrase.shared.push(piece);
        break;
      case "name":
        this.#name(i, piece);
        break;
      case "meet":
        this.#meet(piece);
        break;
      case "mouth":
        this.#mouth(piece);
        break;
      case "relation":
        this.#tail(piece).relation = piece.relation;
        break;
      case "away": {
        const { direction } = piece;
        const tail = this.#tail(piece);
        // 东30米路南20米: the second figure leads away from the road.
        if (direction === undefined && tail.offset !== undefined && tail.side !== undefined)
          tail.setback ??= { metres: piece.metres, about: piece.about };
        else if (direction === undefined) tail.distance ??= { metres: piece.metres, about: piece.about };
        else tail.offset ??= { direction, metres: piece.metres, about: piece.about };
        break;
      }
      case "toward":
        this.#toward(piece);
        break;
      case "side":
      case "corner": {
        const tail = this.#tail(piece);
        if (piece.direction !== undefined) tail[piece.is] ??= piece.direction;
        break;
      }
      case "gate": {
        const tail = this.#tail(piece);
        tail.relation ??= "entrance";
        if (piece.direction !== undefined) tail.toward ??= piece.direction;
        break;
      }
      case "part":
        setPart(this.#tail(piece), piece.direction, this.#target === "roads" && phrase.shape === undefined);
        break;
      case "bank":
        setBank(this.#tail(piece), piece.direction);
        break;
      case "pole":
        phrase.poles.push(piece);
        phrase.used.push(piece);
        phrase.joined = "none";
        break;
      case "door":
      case "building":
      case "unit":
      case "section":
      case "room":
        setNumber(phrase, this.#target === "roads" ? undefined : this.#target, piece);
        break;
    }
  }

  /** The tail of what was named last; the piece is used by whatever uses that. */
  #tail(piece: Piece): Tail {
    this.#phrase.joined = "none";
    if (this.#target === "roads") {
      this.#phrase.used.push(piece);
      return this.#phrase.tail;
    }
    this.#target.used.push(piece);
    return this.#target.tail;
  }

  #meet(piece: Piece & { readonly is: "meet" }): void {
    const phrase = this.#phrase;
    const [road] = phrase.roads;
    const alone = phrase.roads.length === 1 && phrase.places.length === 0;
    // 解放路立交桥: no second road, so it is a bridge of this name.
    if (alone && road !== undefined && piece.shape === "overpass" && road.name.end === piece.start) {
      phrase.roads.pop();
      phrase.used.pop();
      this.#place(piece.start, { ...road.name, kind: "bridge", end: piece.end });
      return;
    }
    if (alone && road !== undefined) road.mouth = true;
    if (phrase.shape === undefined || phrase.shape === "meeting") phrase.shape = piece.shape;
    this.#target = "roads";
    phrase.used.push(piece);
  }

  #mouth(piece: Piece): void {
    const road = this.#phrase.roads.at(-1);
    const tail = this.#tail(piece);
    if (this.#target === "roads" && road !== undefined) {
      road.mouth = true;
      if (this.#phrase.roads.length > 1) this.#phrase.shape ??= "meeting";
    } else tail.relation ??= "entrance";
  }

  #toward(piece: TowardPiece): void {
    const phrase = this.#phrase;
    const { direction } = piece;
    if (direction === undefined) return;
    const road = this.#target === "roads" ? phrase.roads.at(-1) : undefined;
    const ofRoad =
      phrase.door === undefined &&
      phrase.shape === undefined &&
      phrase.tail.offset === undefined &&
      !phrase.segment &&
      !phrase.between;
    const tail = this.#tail(piece);
    if (road !== undefined && road.toward === undefined && ofRoad) road.toward = direction;
    else
      setToward(
        tail,
        direction,
        this.#target === "roads" && (phrase.segment || phrase.between || phrase.poles.length > 0),
      );
  }

  #name(i: number, piece: NamePiece): void {
    const phrase = this.#phrase;
    if (piece.kind === "road" || isMember(phrase, this.#pieces, i, piece)) this.#road(i, piece);
    else if (piece.kind === "area") this.#area(i, piece);
    else if (
      piece.kind !== "raw" ||
      isTreatedAsPlace(this.#pieces, i, phrase.empty && (i === phrase.shared.length || phrase.areas.length > 0))
    )
      this.#place(i, piece);
    else if (!phrase.empty) this.close(i);
  }

  #area(i: number, piece: NamePiece): void {
    if (this.#phrase.areas.length >= mostAreas) this.close(i);
    this.#phrase.areas.push(piece);
    this.#phrase.shared.push(piece);
    this.#phrase.joined = "none";
  }

  #road(i: number, piece: NamePiece): void {
    if (this.#phrase.joined === "to") this.#phrase.spans = true;
    const same = this.#phrase.said(this.#text, piece);
    if (same !== undefined) same.from ||= this.#phrase.from;
    else {
      if (!merges(this.#phrase, nextOf(this.#pieces, i), piece)) {
        const { open } = this.#phrase;
        this.close(i);
        this.#phrase.open = open;
      }
      const { joined, from } = this.#phrase;
      const by = this.#phrase.roads.length === 0 ? "none" : joined;
      this.#phrase.roads.push({ name: piece, by, from, mouth: false });
    }
    this.#phrase.used.push(piece);
    this.#phrase.joined = "none";
    this.#phrase.from = false;
    this.#target = "roads";
  }

  #place(i: number, piece: NamePiece): void {
    if (this.#phrase.poles.length > 0 || this.#phrase.places.length >= mostPlaces) this.close(i);
    const phrase = this.#phrase;
    const before = phrase.places.at(-1);
    // 广场东侧公厕: what stands there, not another place.
    if (
      piece.bare &&
      before !== undefined &&
      !before.name.bare &&
      before.tail.relation !== "opposite" &&
      phrase.joined === "none"
    ) {
      before.used.push(piece);
      return;
    }
    const by = phrase.joined === "and" ? "and" : "none";
    // What was said before any name holds for the first place: 对面方圆酒店
    const slot: PlaceSlot = phrase.empty
      ? { name: piece, by, tail: { ...phrase.tail }, used: [...phrase.used, piece] }
      : { name: piece, by, tail: {}, used: [piece] };
    if (phrase.empty) this.#recall(i, phrase);
    phrase.places.push(slot);
    this.#target = slot;
    phrase.joined = "none";
    phrase.from = false;
  }

  /** A road said in passing holds for the first place. */
  #recall(i: number, phrase: Phrase): void {
    if (this.#context === undefined || i > this.#context.until) return;
    phrase.roads.push({ name: this.#context.road, by: "none", from: false, mouth: false });
    phrase.used.unshift(this.#context.road);
  }
}
