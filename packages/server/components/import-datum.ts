import type { RoadLine } from "@xiuhua/core/place";
import { ImportError } from "../imports/index.ts";
import { datumWords, suspectPoints, type Datum, type Places, type Standing } from "../places/index.ts";
import { sql, type Queryable } from "../store/index.ts";
import type { Wanted } from "./save.ts";

export interface DatumCheck {
  readonly db: Queryable;
  readonly city: string;
  readonly places: Pick<Places, "locate" | "areas">;
  readonly datum: Datum;
  /** The roads in force. */
  readonly roads: () => Promise<readonly RoadLine[]>;
}

/** Asks before anything is written whether the first components of a file lie where they would in another datum. @throws ImportError */
export async function checkDatum(
  early: readonly Wanted[],
  { db, city, places, datum, roads }: DatumCheck,
): Promise<void> {
  const codes = early.map(({ code }) => code);
  const present = await db.query<{ code: string; lng: number; lat: number }>(sql`
    select code, st_x(point) as lng, st_y(point) as lat from component where city = ${city} and code = any(${codes})`);
  const byCode = new Map(present.map(({ code, lng, lat }) => [code, [lng, lat] as const]));
  const standing = early.map(({ code, attributes }): Standing => {
    const there = byCode.get(code);
    const area = attributes["community_code"] ?? attributes["street_code"];
    return {
      name: String(attributes["name"]),
      at: [Number(attributes["lng"]), Number(attributes["lat"])],
      area: area === null || area === undefined ? "" : String(area),
      ...(there === undefined ? {} : { present: there }),
    };
  });
  // A border that was drawn for show tells nothing.
  const drawn = places.areas().some(({ schematic }) => schematic);
  const suspicion = suspectPoints(standing, datum, {
    roads: await roads(),
    inArea: ([lng, lat], area) => drawn || places.locate(lng, lat)?.area.startsWith(area) === true,
  });
  if (suspicion) throw new ImportError(datumWords(datum, suspicion));
}
