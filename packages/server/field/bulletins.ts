import { randomUUID } from "node:crypto";
import type { Bulletin, BulletinInput, Words } from "../api/index.ts";
import { problem } from "../http/index.ts";
import type { Reader } from "../people/index.ts";
import { queuePush, type Push } from "../push/index.ts";
import { json, sql } from "../store/index.ts";
import { day, iso, type FieldContext } from "./context.ts";
import { spanOf } from "./day.ts";
import { namedArea, namedPerson, peopleOver, reaches, reachOrRefuse } from "./reach.ts";

/** Who writes to everybody (our own choice). */
const writers = ["shiftLeader", "leader"];

/** A word that is to stay up longer is no word of the day. */
const longest = 31 * day;

interface Row {
  readonly id: string;
  readonly text: Words;
  readonly roles: string[] | null;
  readonly area: string | null;
  readonly written_by: string;
  readonly at: number;
  readonly until: number;
}

/** The centre's words of the day, to roles and an area. */
export function makeBulletins(
  context: FieldContext,
  tools: { readonly push: Pick<Push, "wake">; readonly tell: (people: readonly string[]) => void },
) {
  const { db, city, directory, now } = context;
  const code = city.code;

  return {
    /** Those that are up and meant for the reader, or written by them; the newest first. */
    async list(reader: Reader): Promise<Bulletin[]> {
      const rows = await db.query<Row>(sql`
        select id, text, roles, area, written_by, at, until from bulletin
        where city = ${code} and until > ${new Date(now())} order by at desc, id limit 50`);
      return rows.filter((row) => row.written_by === reader.person || concerns(row, reader)).map(present);
    },

    /** Puts one up, and tells everybody whom it is for. @throws ProblemAnswer */
    async write(reader: Reader, input: BulletinInput, until: number | undefined): Promise<Bulletin> {
      const reach = reachOrRefuse(reader, writers);
      if (!reaches(reach, input.area) && reach !== "city") throw foreignArea();
      const end = until ?? spanOf(city, city.calendar.localDate(now())).to;
      if (end <= now() || end > now() + longest) throw wrongEnd();
      const id = randomUUID();
      // A person writes in one language; it then reads the same in both.
      const text = { zh: input.text, en: input.text };
      const told = peopleOver(directory, input.roles, input.area).filter((person) => person !== reader.person);
      const [row] = await db.query<Row>(sql`
        with written as (
          insert into bulletin (city, id, text, roles, area, written_by, at, until)
          values (${code}, ${id}, ${json(text)}::jsonb, ${input.roles ?? null}::text[], ${input.area ?? null},
            ${reader.person}, ${new Date(now())}, ${new Date(end)})
          returning id, text, roles, area, written_by, at, until
        ), pushed as (${queuePush(
          code,
          sql`select p.person, jsonb_build_object('kind', 'bulletin', 'tag', 'bulletin-' || w.id,
                'title', ${json(title)}::jsonb, 'body', w.text, 'at', ${iso(now())}::text)
              from written w, unnest(${told}::text[]) as p(person)`,
          now(),
        )})
        select * from written`);
      if (row === undefined) throw new Error("A bulletin was written and is not there");
      tools.tell(told);
      tools.push.wake();
      return present(row);
    },

    /** Takes one down: one's own, or as a writer over its area. @throws ProblemAnswer */
    async remove(reader: Reader, id: string): Promise<void> {
      const reach = reachOrRefuse(reader, writers);
      const [row] = await db.query<Pick<Row, "area" | "written_by">>(
        sql`select area, written_by from bulletin where city = ${code} and id = ${id}`,
      );
      const may =
        row && (row.written_by === reader.person || reach === "city" || reaches(reach, row.area ?? undefined));
      if (!may)
        throw problem(404, "not-found", { zh: "没有这条通知，或您无权撤下", en: "There is no such word to take down" });
      await db.query(sql`delete from bulletin where city = ${code} and id = ${id}`);
    },
  };

  function concerns({ roles, area }: Row, reader: Reader): boolean {
    return reader.grants.some(
      (grant) =>
        (roles === null || roles.includes(grant.role)) &&
        (area === null ||
          grant.area === undefined ||
          grant.area.length <= 4 ||
          grant.area.startsWith(area) ||
          area.startsWith(grant.area)),
    );
  }

  function present(row: Row): Bulletin {
    return {
      id: row.id,
      text: row.text,
      at: iso(row.at),
      until: iso(row.until),
      by: namedPerson(context, row.written_by),
      ...(row.roles === null ? {} : { roles: row.roles }),
      ...(row.area === null ? {} : { area: namedArea(context, row.area) }),
    };
  }
}

export type Bulletins = ReturnType<typeof makeBulletins>;

const title: Words = { zh: "中心通知", en: "From the centre" };

const foreignArea = () => {
  const message = { zh: "您只能向本辖区发通知", en: "You may write to your own area only" };
  return problem(403, "wrong-role", message, [{ field: "/area", message }]);
};

const wrongEnd = () => {
  const message = { zh: "截止时间须在现在之后，且不超过 31 天", en: "It must end in the future, within 31 days" };
  return problem(422, "invalid-input", message, [{ field: "/until", message }]);
};
