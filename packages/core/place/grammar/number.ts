import type { Phrase, PlaceSlot } from "./phrase.ts";
import type { NumberPiece } from "./piece.ts";

/** Gives a number to the place that was named last, or to the roads: 翠湖小区3号楼, 解放路18号院3号楼. */
export function setNumber(phrase: Phrase, place: PlaceSlot | undefined, piece: NumberPiece): void {
  if (place !== undefined && (place.name.kind !== "raw" || piece.is !== "door")) ofPlace(phrase, place, piece);
  else if (phrase.roads.length > 0 || phrase.areas.length > 0) ofRoad(phrase, piece);
  phrase.joined = "none";
}

function ofPlace(phrase: Phrase, place: PlaceSlot, piece: NumberPiece): void {
  const second = phrase.joined !== "none" && place.building !== undefined;
  if (piece.is === "section") place.section ??= piece.text;
  else if (piece.is === "unit") place.unit ??= piece.text;
  else if (piece.is !== "room" && second) place.buildingTo ??= piece.text;
  else if (piece.is !== "room") place.building ??= piece.text;
  if (piece.unit !== undefined) place.unit ??= piece.unit;
  place.used.push(piece);
}

function ofRoad(phrase: Phrase, piece: NumberPiece): void {
  if (piece.is === "door" && phrase.door !== undefined) return;
  // 解放中路23号楼: a house of the road's, not of a yard's.
  const isHouse = piece.is === "building" && phrase.door === undefined && phrase.roads.length > 0;
  if (piece.is === "door" || isHouse) phrase.door = piece;
  else if (piece.is === "building") phrase.doorBuilding ??= piece.text;
  else if (piece.is === "unit") phrase.doorUnit ??= piece.text;
  phrase.used.push(piece);
}
