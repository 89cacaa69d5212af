import { Type, type Static } from "typebox";
import { CaseFilter } from "./cases.ts";
import { Words } from "./common.ts";

/** A square of the map as the world numbers them (XYZ): zoom, column from the west, row from the north. */
export const TileAddress = Type.Object({
  z: Type.Integer({ minimum: 0, maximum: 18 }),
  x: Type.Integer({ minimum: 0 }),
  y: Type.Integer({ minimum: 0 }),
});
export type TileAddress = Static<typeof TileAddress>;

/** What the city's own lines stand on: nothing, or tiles of somebody else's map. */
export const Basemap = Type.Union([
  Type.Object({
    kind: Type.Literal("own"),
    /** Why the one that was set is not there. */
    fault: Type.Optional(Words),
  }),
  Type.Object({
    kind: Type.Union([Type.Literal("raster"), Type.Literal("vector")], {
      description: "vector: of the Protomaps basemap schema",
    }),
    /** Addresses with {z}, {x} and {y}; ours begin with a slash. */
    tiles: Type.Array(Type.String()),
    /** Labels to be laid over everything. */
    labels: Type.Array(Type.String()),
    nearest: Type.Integer(),
    attribution: Type.String(),
  }),
]);
export type Basemap = Static<typeof Basemap>;

/** What the map is made of. */
export const MapDescription = Type.Object({
  /** Of the city's own map; to be sent along as `v` with each of its tiles. */
  version: Type.String(),
  /** West, south, east, north of the city in WGS 84 degrees; absent where it has no outlines. */
  bounds: Type.Optional(Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()])),
  /** Some of it is drawn for show: no real border, street or position. */
  schematic: Type.Boolean(),
  basemap: Basemap,
  /** 审图号, to be shown on the map. */
  approval: Type.Optional(Type.String()),
});
export type MapDescription = Static<typeof MapDescription>;

const Month = Type.String({ pattern: "^[0-9]{4}-(0[1-9]|1[0-2])$" });

const { procedure, state, open, colour, type, kind, department, area } = CaseFilter.properties;

/** Which cases a tile shows, and how. */
export const CaseTileQuery = Type.Object(
  {
    /**
     * `points`: clusters, and single cases with their numbers from zoom 16, or where one stands alone. `heat`: squares
     * with their number of cases.
     */
    view: Type.Optional(Type.Union([Type.Literal("points"), Type.Literal("heat")])),
    procedure,
    state,
    open,
    colour,
    type,
    kind,
    department,
    area,
    /** First and last month of opening in the city, both included: `2026-01`. */
    from: Type.Optional(Month),
    to: Type.Optional(Month),
  },
  { additionalProperties: false },
);
export type CaseTileQuery = Static<typeof CaseTileQuery>;

/** What layer `cases` of a tile says of several cases together. */
export interface CaseCluster {
  readonly count: number;
  /** Open ones by their light at the time of asking; `idle` have no clock running. */
  readonly red: number;
  readonly yellow: number;
  readonly green: number;
  readonly idle: number;
  /** Finished ones. */
  readonly done: number;
  /** How many stand in which state, as JSON: `{"city-case/handling": 3}`. */
  readonly states: string;
  /** The cluster holds what lies in one square of this level (2^level squares a side of the world). */
  readonly level: number;
}

/** What it says of one case. `warn` and `due` are seconds since 1970, absent where no clock runs. */
export interface CasePoint {
  readonly no: string;
  readonly procedure: string;
  readonly state: string;
  readonly final: boolean;
  readonly warn?: number;
  readonly due?: number;
}
