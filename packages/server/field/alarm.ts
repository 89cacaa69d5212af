import type { Alarm, AlarmInput, DevicePosition, Words } from "../api/index.ts";
import { problem } from "../http/index.ts";
import type { Reader } from "../people/index.ts";
import { queuePush, type Push } from "../push/index.ts";
import { json, sql } from "../store/index.ts";
import type { FieldContext } from "./context.ts";
import { day, iso } from "./context.ts";
import { areaWithin, namedPerson, peopleOver, watchRoles, within, type Reach } from "./reach.ts";

interface Row {
  readonly id: string;
  readonly person: string;
  readonly at: number;
  readonly received_at: number;
  readonly position: DevicePosition | null;
  readonly area: string | null;
  readonly text: string | null;
  readonly answered_at: number | null;
  readonly answered_by: string | null;
  readonly answer: string | null;
}

const columns = sql`a.id, a.person, a.at, a.received_at, a.position, a.area, a.text, a.answered_at, a.answered_by, a.answer`;

/** The alarm button: whoever presses it is in need, and the centre hears of it at once. */
export function makeAlarms(
  context: FieldContext,
  tools: { readonly push: Pick<Push, "wake">; readonly tell: (people: readonly string[]) => void },
) {
  const { db, city, directory, places, now } = context;
  const code = city.code;

  async function find(id: string): Promise<Alarm | undefined> {
    const [row] = await db.query<Row>(sql`select ${columns} from alarm a where a.city = ${code} and a.id = ${id}`);
    return row && present(row);
  }

  return {
    /**
     * Raises an alarm. In one statement with it everybody at the centre over that area gets a notice and a push; pressed
     * again, or sent again, it is the same alarm.
     */
    async raise(reader: Reader, input: AlarmInput, at: number): Promise<Alarm> {
      // The person is part of the id: two phones may pick the same.
      const id = `${reader.person}.${input.id}`;
      const position = input.position;
      const area = position && places.locate(position.lng, position.lat)?.area;
      const told = peopleOver(directory, watchRoles, area ?? areaOf(reader));
      const words = alarmWords(namedPerson(context, reader.person).name, input.text);
      await db.query(sql`
        with raised as (
          insert into alarm (city, id, person, at, received_at, position, area, text)
          values (${code}, ${id}, ${reader.person}, ${new Date(Math.min(at, now()))}, ${new Date(now())},
            ${position ? json(position) : null}::jsonb, ${area ?? areaOf(reader) ?? null}, ${input.text ?? null})
          on conflict (city, id) do nothing returning id
        ), noticed as (
          insert into notice (city, id, person, case_no, message, at)
          select ${code}, 'alarm-' || r.id || '-' || p.person, p.person, null, ${json(words)}::jsonb, ${new Date(now())}
          from raised r, unnest(${told}::text[]) as p(person) on conflict do nothing
        ), pushed as (${queuePush(
          code,
          sql`select p.person, jsonb_build_object('kind', 'alarm', 'tag', 'alarm-' || r.id, 'title', ${json(title)}::jsonb,
                'body', ${json(words)}::jsonb, 'at', ${iso(now())}::text)
              from raised r, unnest(${told}::text[]) as p(person)`,
          now(),
        )})
        select 1`);
      tools.tell(told);
      tools.push.wake();
      const alarm = await find(id);
      if (alarm === undefined) throw new Error(`The alarm ${id} was raised and is not there`);
      return alarm;
    },

    /** One's own of the last day: whether somebody has answered. */
    async own(reader: Reader): Promise<Alarm[]> {
      const rows = await db.query<Row>(sql`
        select ${columns} from alarm a where a.city = ${code} and a.person = ${reader.person}
          and a.received_at > ${new Date(now() - day)}
        order by a.received_at desc, a.id desc limit 20`);
      return rows.map(present);
    },

    /** Open ones first, then the newest; those over which the reader may know. */
    async list(reach: Reach, limit: number): Promise<Alarm[]> {
      const rows = await db.query<Row>(sql`
        select ${columns} from alarm a where a.city = ${code} and ${within(reach, [sql`a.area`])}
        order by a.answered_at is not null, a.received_at desc, a.id desc limit ${limit}`);
      return rows.map(present);
    },

    /**
     * Says that somebody takes care; whoever raised it hears so in the same statement, and the others at the centre see it.
     * The first answer stays. @throws ProblemAnswer
     */
    async answer(reader: Reader, reach: Reach, id: string, text: string): Promise<Alarm> {
      const words = answerWords(namedPerson(context, reader.person).name, text);
      const [answered] = await db.query<Pick<Row, "person" | "area">>(sql`
        with answered as (
          update alarm a set answered_at = ${new Date(now())}, answered_by = ${reader.person}, answer = ${text}
          where a.city = ${code} and a.id = ${id} and a.answered_at is null and ${within(reach, [sql`a.area`])}
          returning a.id, a.person, a.area
        ), noticed as (
          insert into notice (city, id, person, case_no, message, at)
          select ${code}, 'alarm-answered-' || a.id, a.person, null, ${json(words)}::jsonb, ${new Date(now())}
          from answered a on conflict do nothing
        ), pushed as (${queuePush(
          code,
          sql`select a.person, jsonb_build_object('kind', 'alarm', 'tag', 'alarm-' || a.id, 'title',
                ${json(answerTitle)}::jsonb, 'body', ${json(words)}::jsonb, 'at', ${iso(now())}::text)
              from answered a`,
          now(),
        )})
        select person, area from answered`);
      if (answered) {
        tools.tell([answered.person, ...peopleOver(directory, watchRoles, answered.area ?? undefined)]);
        tools.push.wake();
      }
      const [row] = await db.query<Row>(sql`
        select ${columns} from alarm a where a.city = ${code} and a.id = ${id} and ${within(reach, [sql`a.area`])}`);
      if (row === undefined) throw problem(404, "not-found", { zh: "没有这条报警", en: "There is no such alarm" });
      return present(row);
    },
  };

  function present(row: Row): Alarm {
    return {
      id: row.id,
      person: namedPerson(context, row.person),
      at: iso(row.at),
      receivedAt: iso(row.received_at),
      ...(row.position === null ? {} : { position: row.position }),
      ...(row.area === null ? {} : { area: areaWithin(context, row.area) }),
      ...(row.text === null ? {} : { text: row.text }),
      ...(row.answered_at === null ? {} : { answeredAt: iso(row.answered_at) }),
      ...(row.answered_by === null ? {} : { answeredBy: namedPerson(context, row.answered_by) }),
      ...(row.answer === null ? {} : { answer: row.answer }),
    };
  }
}

const title: Words = { zh: "外勤报警", en: "Alarm" };

function alarmWords(name: Words, text: string | undefined): Words {
  const said = text === undefined || text.trim() === "" ? { zh: "", en: "" } : { zh: `：${text}`, en: `: ${text}` };
  return { zh: `外勤报警，${name.zh}${said.zh}`, en: `Alarm raised by ${name.en}${said.en}` };
}

const answerTitle: Words = { zh: "报警已应答", en: "Your alarm was answered" };

const answerWords = (by: Words, text: string): Words => ({
  zh: `${by.zh}已应答您的报警：${text}`,
  en: `${by.en} has answered your alarm: ${text}`,
});

const areaOf = (reader: Reader): string | undefined => reader.grants.find((grant) => grant.area !== undefined)?.area;
