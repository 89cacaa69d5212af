/** What a gazetteer is made from: plain data in WGS 84, whatever file it came out of. */

export type Position = readonly [lng: number, lat: number];

/** One line of a road. A road of a name is usually many lines: its pieces, its two carriageways, its slip roads. */
export interface RoadLine {
  readonly id: string;
  /** Empty where nobody named it: it then shapes crossings but answers to nothing. */
  readonly name: string;
  /** Other names in use, and former ones. */
  readonly aliases: readonly string[];
  /** As the source says it: "primary", "支路"; for the default width. */
  readonly class?: string;
  /** Kerb to kerb. */
  readonly widthMetres?: number;
  /** On a bridge or in a tunnel: it may pass over or under another road without meeting it. */
  readonly lifted?: boolean;
  /** Where the source knows it: only one-way lines are the two carriageways of one road. */
  readonly oneWay?: boolean;
  readonly line: readonly Position[];
}

/** What kind of thing bears the name. */
export type PlaceKind = "poi" | "community" | "building" | "bridge" | "water" | "pole" | "area";

export interface NamedPlace {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: PlaceKind;
  /** Its door where that is known, else its middle. */
  readonly at: Position;
  /** The road it stands on, where the source says so. */
  readonly road?: string;
  /** Water: its centre line. */
  readonly line?: readonly Position[];
}

/** A house number. */
export interface DoorPlate {
  readonly road: string;
  readonly number: number;
  readonly annex?: number;
  readonly at: Position;
}

/** A city, district, sub-district or community by name, to weigh prefixes by. */
export interface NamedArea {
  readonly code: string;
  readonly name: string;
  /** WGS 84 rings, outer first, of one or more polygons. */
  readonly polygons: readonly (readonly (readonly Position[])[])[];
}

export interface GazetteerData {
  readonly roads: readonly RoadLine[];
  readonly places: readonly NamedPlace[];
  readonly doors: readonly DoorPlate[];
  readonly areas: readonly NamedArea[];
}
