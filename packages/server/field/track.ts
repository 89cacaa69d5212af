import type { FieldTrack, TrackResult } from "../api/index.ts";
import type { Reader } from "../people/index.ts";
import { json, sql } from "../store/index.ts";
import { clockSlack, day, iso, type FieldContext } from "./context.ts";
import { spanOf } from "./day.ts";
import { shiftOf, type Duty } from "./duty.ts";
import { namedPerson } from "./reach.ts";
import { metresAlong, thin, type TrackPoint } from "./thin.ts";

/** Points that are older are not taken any more: a phone that was off the net for a week sends the rest in vain. */
const oldest = 7 * day;

/**
 * Where people walked while they were on duty.
 * @param stirred told of the area in which somebody moved
 */
export function makeTrack(
  { db, city, directory, places, now }: FieldContext,
  duty: Duty,
  stirred: (area: string | undefined) => void,
) {
  const code = city.code;

  async function pointsOf(person: string, localDay: string): Promise<TrackPoint[]> {
    const { from, to } = spanOf(city, localDay);
    return db.query<TrackPoint>(sql`
      select at, lng, lat, accuracy from track_point
      where city = ${code} and person = ${person} and slot >= ${from / 1000 - 600} and slot < ${to / 1000}
        and at >= ${new Date(from)} and at < ${new Date(to)} order by slot`);
  }

  return {
    pointsOf,

    /**
     * Takes a batch of one's own points: those of a shift, thinned, in one statement with what they cover and the
     * newest position. Sent twice it counts once.
     */
    async take(reader: Reader, points: readonly TrackPoint[]): Promise<TrackResult> {
      const at = now();
      const timely = points.filter((point) => point.at <= at + clockSlack && point.at > at - oldest);
      const given = thin(timely, city.field).map((point) => {
        const located = places.locate(point.lng, point.lat);
        return {
          ...point,
          at: iso(point.at),
          day: city.calendar.localDate(point.at),
          area: located?.area ?? null,
          cell: located?.cell ?? null,
        };
      });
      const [row] = await db.query<{ stored: number }>(sql.named("track-take")`
        with given as (
          select * from jsonb_to_recordset(${json(given)}::jsonb) as p(slot bigint, at timestamptz, day date,
            lng double precision, lat double precision, accuracy real, area text, cell text)
        ), added as (
          insert into track_point (city, person, slot, at, lng, lat, accuracy)
          select ${code}, ${reader.person}, g.slot, g.at, g.lng, g.lat, g.accuracy from given g
          where exists (select from duty d where d.city = ${code} and d.person = ${reader.person}
            and d.started_at <= g.at and coalesce(d.ended_at, d.ends_at) >= g.at)
          on conflict (city, person, slot) do nothing
          returning slot
        ), walked as (
          select g.* from given g join added using (slot)
        ), covered as (
          insert into cell_coverage as c (city, day, cell, person, points, first_at, last_at)
          select ${code}, day, cell, ${reader.person}, count(*)::integer, min(at), max(at)
          from walked where cell is not null group by day, cell
          on conflict (city, day, cell, person) do update set points = c.points + excluded.points,
            first_at = least(c.first_at, excluded.first_at), last_at = greatest(c.last_at, excluded.last_at)
        ), last as (
          insert into track_last as l (city, person, at, lng, lat, accuracy, area, cell, received_at)
          select ${code}, ${reader.person}, at, lng, lat, accuracy, area, cell, ${new Date(at)}
          from walked order by at desc limit 1
          on conflict (city, person) do update set at = excluded.at, lng = excluded.lng, lat = excluded.lat,
            accuracy = excluded.accuracy, area = excluded.area, cell = excluded.cell, received_at = excluded.received_at
          where l.at <= excluded.at
        )
        select count(*) as stored from added`);
      const stored = row?.stored ?? 0;
      if (stored > 0) stirred(given.at(-1)?.area ?? undefined);
      return { stored, left: points.length - stored };
    },

    /** One person's day. */
    async ofDay(person: string, localDay: string): Promise<FieldTrack> {
      const { from, to } = spanOf(city, localDay);
      const [points, shifts] = await Promise.all([pointsOf(person, localDay), duty.between(person, from, to)]);
      return {
        person: namedPerson({ directory }, person),
        day: localDay,
        points: points.map((point) => ({ ...point, at: iso(point.at) })),
        metres: metresAlong(points),
        shifts: shifts.map(shiftOf),
      };
    },
  };
}

export type Track = ReturnType<typeof makeTrack>;
