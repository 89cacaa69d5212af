import { sql, type Queryable } from "../../store/index.ts";
import { inForce } from "../register/draft.ts";
import type { Entry } from "../register/index.ts";
import { addWkb, OutlineBuilder, outlineOf } from "../shapes/index.ts";

/** An area that has none below it: what is cut into cells. */
export interface Leaf {
  readonly code: string;
}

/** The smallest areas at or below a code. */
export async function leavesOf(db: Queryable, city: string, within: string): Promise<Leaf[]> {
  return db.query<Leaf>(sql`
    select a.code from ${inForce(city, "areas")} a
    where starts_with(a.code, ${within}) and a.outline is not null and length(a.code) >= 6
      and not exists (select 1 from ${inForce(city, "areas")} b where b.parent = a.code)
    order by a.code`);
}

export interface CutOptions {
  /** About how long a cell's side shall be, in metres. */
  readonly size: number;
  /** The first serial to give: after the highest that was ever used. */
  readonly firstSerial: number;
  /** Digits of a serial. */
  readonly digits: number;
}

/** Metres in a degree of latitude. */
const metresPerDegree = 111_195;
/** A piece of less than this share of a cell joins a neighbour. Our own choice. */
const sliver = 0.35;

/**
 * Cuts an area into cells of about `size` × `size` metres: whatever its shape, with holes and parts. All cuts and the area's
 * own border are noded together and then made faces of, so that neighbours share every corner: no gap, no overlap,
 * nothing outside. Slivers at the border join the neighbour with the longest common edge.
 */
export async function cutArea(db: Queryable, city: string, { code }: Leaf, options: CutOptions): Promise<Entry[]> {
  const pieces = await facesOf(db, city, code, options.size);
  const groups = joinSlivers(pieces, sliver * options.size ** 2);
  const rows = await db.query<{ outline: Uint8Array }>(sql`
    with piece as (select * from unnest(${groups}::int[], ${pieces.map(({ wkb }) => wkb)}::text[]) as p(cell, wkb)),
    cell as (
      select st_union(st_geomfromwkb(decode(wkb, 'hex'), 4326)) as outline from piece group by cell)
    select st_asbinary(outline, 'NDR') as outline from cell
    order by round((90 - st_y(st_centroid(outline))) * ${metresPerDegree / options.size}::float8), st_x(st_centroid(outline))`);
  const builder = new OutlineBuilder();
  for (const { outline } of rows) addWkb(builder, outline);
  const outlines = builder.done();
  return rows.map((_, at) => ({
    at: at + 1,
    code: code.padEnd(12, "0") + String(options.firstSerial + at).padStart(options.digits, "0"),
    parent: code,
    outline: outlineOf(outlines, at),
  }));
}

interface Face {
  readonly wkb: string;
  /** Square metres. */
  readonly size: number;
  /** Its edges, each by its two ends whichever way it runs, and their length in degrees. */
  readonly edges: ReadonlyMap<string, number>;
}

async function facesOf(db: Queryable, city: string, code: string, size: number): Promise<Face[]> {
  const step = size / metresPerDegree;
  const rows = await db.query<{ wkb: Uint8Array; squaremetres: number }>(sql`
    with area as (
      select outline, st_xmin(outline) as west, st_xmax(outline) as east, st_ymin(outline) as south, st_ymax(outline) as north,
        cos(radians((st_ymin(outline) + st_ymax(outline)) / 2)) as flat
      from ${inForce(city, "areas")} a where code = ${code}),
    size as (
      select *, greatest(1, round((east - west) * flat / ${step}::float8))::int as columns,
        greatest(1, round((north - south) / ${step}::float8))::int as rows from area),
    line as (
      select st_boundary(outline) as line from size
      union all
      select st_setsrid(st_makeline(st_makepoint(west + (east - west) * i / columns, south - 1), st_makepoint(west + (east - west) * i / columns, north + 1)), 4326)
      from size cross join lateral generate_series(1, columns - 1) i
      union all
      select st_setsrid(st_makeline(st_makepoint(west - 1, south + (north - south) * j / rows), st_makepoint(east + 1, south + (north - south) * j / rows)), 4326)
      from size cross join lateral generate_series(1, rows - 1) j),
    face as (select (st_dump(st_polygonize(noded))).geom as outline from (select st_union(line) as noded from line) n)
    select st_asbinary(f.outline, 'NDR') as wkb, st_area(f.outline) * size.flat * ${metresPerDegree ** 2}::float8 as squaremetres
    from face f cross join size where st_intersects(size.outline, st_pointonsurface(f.outline))`);
  return rows.map(({ wkb, squaremetres }) => ({
    wkb: Buffer.from(wkb).toString("hex"),
    size: squaremetres,
    edges: edgesOf(wkb),
  }));
}

function edgesOf(wkb: Uint8Array): ReadonlyMap<string, number> {
  const builder = new OutlineBuilder();
  addWkb(builder, wkb);
  const { coordinates, rings } = builder.done();
  const edges = new Map<string, number>();
  for (let ring = 0; ring + 1 < rings.length; ring += 1)
    for (let at = (rings[ring] ?? 0) * 2; at < (rings[ring + 1] ?? 0) * 2 - 2; at += 2) {
      const [x = NaN, y = NaN, toX = NaN, toY = NaN] = coordinates.subarray(at, at + 4);
      const ends = [`${x},${y}`, `${toX},${toY}`];
      edges.set(
        x < toX || (x === toX && y < toY) ? ends.join(" ") : ends.reverse().join(" "),
        Math.hypot(toX - x, toY - y),
      );
    }
  return edges;
}

/** For each face the number of the cell it belongs to: the smallest first join the neighbour they share most with. */
function joinSlivers(faces: readonly Face[], least: number): number[] {
  const groupOf = faces.map((_, at) => at);
  const groups = new Map(faces.map((face, at) => [at, { members: [at], size: face.size }]));
  const sharing = new Map<string, number[]>();
  faces.forEach(({ edges }, at) => {
    for (const edge of edges.keys()) sharing.set(edge, [...(sharing.get(edge) ?? []), at]);
  });
  const order = faces.map((_, at) => at).toSorted((one, other) => (faces[one]?.size ?? 0) - (faces[other]?.size ?? 0));
  for (const face of order) {
    const own = groupOf[face] ?? face;
    const group = groups.get(own);
    if (!group || group.size >= least) continue;
    const common = new Map<number, number>();
    for (const member of group.members)
      for (const [edge, length] of faces[member]?.edges ?? [])
        for (const beside of sharing.get(edge) ?? []) {
          const other = groupOf[beside] ?? beside;
          if (other !== own) common.set(other, (common.get(other) ?? 0) + length);
        }
    const [best] = [...common].toSorted((one, other) => other[1] - one[1] || one[0] - other[0]);
    const into = best && groups.get(best[0]);
    // An island by itself stays a cell, however small.
    if (!best || !into) continue;
    for (const member of group.members) groupOf[member] = best[0];
    into.members.push(...group.members);
    into.size += group.size;
    groups.delete(own);
  }
  return groupOf;
}
