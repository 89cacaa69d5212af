import type { DoorPlate, GazetteerData, NamedArea, NamedPlace, Position, RoadLine } from "@xiuhua/core/place";
import type { Words } from "@xiuhua/core/procedure";
import type { Box } from "./box.ts";
import { crossedAt } from "./crossed.ts";
import { convert, type Datum } from "./datum.ts";
import { Fields } from "./fields.ts";
import { partsOf } from "./parts.ts";
import { NetworkProblem, type Where } from "./problem.ts";
import { mapShape, positionsOf, readShape, ShapeError, type Shape } from "./shape.ts";
import { misplaced } from "./whereabouts.ts";

/** A feature of any format, in the terms of GeoJSON. */
export interface Feature {
  readonly where: Where;
  readonly properties: unknown;
  readonly geometry: unknown;
}

export interface CollectOptions {
  readonly datum: Datum;
  /** The city's box, WGS 84: what lies far outside is an error, or left out with `clip`. */
  readonly box?: Box;
  readonly clip?: boolean;
  /** Leave out features with errors instead of stopping at the first. */
  readonly lenient?: boolean;
}

/** More than the largest city has, so that a file of a whole country is told rather than filling the memory. Our own choice. */
const mostPositions = 20_000_000;

/** Puts features together into what a gazetteer is made from, in WGS 84. */
export class Collector {
  readonly roads: RoadLine[] = [];
  readonly places: NamedPlace[] = [];
  readonly doors: DoorPlate[] = [];
  readonly areas: NamedArea[] = [];
  /** Features that lay outside the city, and were left out. */
  leftOut = 0;
  /** Features with errors, and the first of these errors. */
  broken = 0;
  firstProblem: NetworkProblem | undefined;
  /** The columns that lines without a name had instead, for a message. */
  readonly columns = new Set<string>();
  readonly #options: CollectOptions;
  #features = 0;
  #positions = 0;

  constructor(options: CollectOptions) {
    this.#options = options;
  }

  /** @throws NetworkProblem unless lenient, and when it becomes too much */
  add(feature: Feature): void {
    this.#features += 1;
    if (this.#positions > mostPositions) throw tooMuch(feature.where);
    try {
      this.#take(feature);
    } catch (error) {
      if (!(error instanceof NetworkProblem)) throw error;
      if (!this.#options.lenient) throw error;
      this.broken += 1;
      this.firstProblem ??= error;
    }
  }

  /** @throws NetworkProblem when most of it was broken, or there is nothing in it */
  finish(): GazetteerData {
    if (this.firstProblem && this.broken * 2 > this.#features) throw this.firstProblem;
    const { places, doors, areas } = this;
    return { roads: withoutOthersNames(this.roads), places, doors, areas };
  }

  #take({ where, properties, geometry }: Feature): void {
    const shape = this.#shapeOf(where, geometry);
    if (!shape) return;
    this.#positions += positionsOf(shape).length;
    const fields = new Fields(properties);
    const parts = partsOf(fields, shape);
    for (const road of parts.roads) {
      this.roads.push({ id: `r${this.roads.length + 1}`, ...road });
      if (road.name === "" && this.columns.size < 40) for (const column of fields.columns) this.columns.add(column);
    }
    for (const place of parts.places) this.places.push({ id: `p${this.places.length + 1}`, ...place });
    this.doors.push(...parts.doors);
    this.areas.push(...parts.areas);
  }

  /** Undefined where it is to be left out. */
  #shapeOf(where: Where, geometry: unknown): Shape | undefined {
    const { datum, box, clip } = this.#options;
    try {
      const given = readShape(geometry);
      // The city's box is generous: in another datum the city lies 600 m off at most.
      const wrong = misplaced(given, box);
      if (wrong?.outside && clip) {
        this.leftOut += 1;
        return undefined;
      }
      if (wrong) throw new ShapeError(wrong.words);
      const crossing = crossedIn(given);
      if (crossing) throw new ShapeError(crossed(crossing));
      return mapShape(given, (position) => convert(position, datum, "wgs84"));
    } catch (error) {
      throw error instanceof ShapeError ? new NetworkProblem(where, error.words) : error;
    }
  }
}

/**
 * An alias that is another road's own name leads astray: whoever says it means that road. Programs that join the edges of
 * a network (OSMnx) write such: a line bears the names of both roads whose ends it joined.
 */
function withoutOthersNames(roads: readonly RoadLine[]): RoadLine[] {
  const names = new Set(roads.map(({ name }) => name));
  return roads.map((road) =>
    road.aliases.some((alias) => names.has(alias))
      ? { ...road, aliases: road.aliases.filter((alias) => !names.has(alias)) }
      : road,
  );
}

function crossedIn(shape: Shape): Position | undefined {
  if (shape.kind !== "polygons") return undefined;
  for (const ring of shape.polygons.flat()) {
    const at = crossedAt(ring);
    if (at) return at;
  }
  return undefined;
}

const crossed = ([lng, lat]: Position): Words => ({
  zh: `面的边线在 [${lng}, ${lat}] 附近自相交叉。请在制图软件中修复几何后重新导出。`,
  en: `the outline crosses itself near [${lng}, ${lat}]; repair it in the map program and export it anew.`,
});

const tooMuch = (where: Where) =>
  new NetworkProblem(where, {
    zh: `坐标点超过 ${mostPositions / 1e4} 万个，超出一座城市的规模。请先裁出本市范围。`,
    en: `more than ${mostPositions / 1e6} million positions, which no city has; cut the city out first.`,
  });
