import gcoord from "gcoord";
import { outcomes, type Mapping, type Outcome } from "./mapping.ts";
import { makeReading, shortened, type Fault, type Reading } from "./reading.ts";
import { makeTimeReader } from "./times.ts";

/** A row understood: what the engine is to be asked, before it is asked. */
export interface Prepared {
  readonly id: string;
  readonly outcome: Outcome;
  readonly place: { readonly lng: number; readonly lat: number; readonly text: string };
  readonly description: string;
  readonly channel: string;
  readonly type: string;
  /** The unit the mapping names; absent where it names none. */
  readonly department?: string;
  readonly informant?: { readonly name?: string; readonly phone?: string };
  readonly times: {
    readonly opened: number;
    readonly accepted: number;
    readonly filed: number;
    readonly dispatched: number;
    readonly ended?: number;
  };
  /** When the source system wanted it done, as it wrote it. */
  readonly due?: string;
  readonly closingNote?: string;
  /** Whether a text was cut to fit. */
  readonly cut: boolean;
}

/** Longest texts the city case takes; see `procedures/city-case/fields.ts`. */
const longest = { description: 2000, place: 200, id: 100, note: 500, name: 60, phone: 30 };

/** Reads rows by a mapping. @param now instants after it are in the future */
export function makePrepare(
  mapping: Mapping,
  now: () => number,
): (values: Readonly<Record<string, string>>) => Prepared | Fault {
  const readTime = makeTimeReader(mapping.times);
  const fixed = { readTime, tooLong: mapping.tooLong ?? "reject" } as const;

  return (values) => {
    const row = makeReading(values, fixed);
    const id = values[mapping.id]?.trim() ?? "";
    if (id === "") return { field: mapping.id, reason: { zh: "没有编号", en: "has no number" } };
    if (id.length > longest.id) return { field: mapping.id, reason: { zh: "编号过长", en: "is too long a number" } };
    const outcome = outcomeOf(row, mapping);
    const description = row.text(mapping.description, longest.description);
    if (description === undefined)
      row.fail(nameOf(mapping.description), { zh: "没有问题描述", en: "has no description" });
    const place = placeOf(row, mapping);
    const times = timesOf(row, mapping, outcome, now());
    const due = mapping.times.due === undefined ? undefined : values[mapping.times.due]?.trim();
    row.time(mapping.times.due);
    const type = row.mapped(mapping.type);
    if (type === undefined) unmapped(row, mapping.type.column, values);
    const department = row.mapped(mapping.department);
    const informant = informantOf(row, mapping);
    // The words before it take their share; see `steps.ts`.
    const closingNote = ended(outcome) ? row.text(mapping.closingNote, longest.note - 40) : undefined;
    if (row.fault) return row.fault;
    if (description === undefined || type === undefined || times === undefined || outcome === undefined)
      throw new Error("A row without these has a fault");
    return {
      id,
      outcome,
      place,
      description,
      channel: row.mapped(mapping.channel) ?? "transfer",
      type,
      times,
      cut: row.cut,
      ...(department === undefined ? {} : { department }),
      ...(informant === undefined ? {} : { informant }),
      ...(due === undefined || due === "" ? {} : { due: shortened(due, 60) }),
      ...(closingNote === undefined ? {} : { closingNote }),
    };
  };
}

const ended = (outcome: Outcome | undefined) => outcome !== "reported" && outcome !== "open";

function outcomeOf(row: Reading, mapping: Mapping): Outcome | undefined {
  const found = row.mapped(mapping.status);
  const outcome = outcomes.find((one) => one === found);
  if (outcome === undefined)
    row.fail(mapping.status.column ?? "status", {
      zh: "映射未说明此状态",
      en: "is a status the mapping does not name",
    });
  return outcome;
}

function unmapped(row: Reading, column: string | undefined, values: Readonly<Record<string, string>>): void {
  const value = values[column ?? ""] ?? "";
  row.fail(column ?? "type", {
    zh: `映射未说明类别“${value}”`,
    en: `“${value}” is a type the mapping does not name`,
  });
}

function placeOf(row: Reading, { place }: Mapping): Prepared["place"] {
  const text = row.text(place.text, longest.place);
  if (text === undefined) row.fail(nameOf(place.text), { zh: "没有位置描述", en: "has no words for the place" });
  const [lng, lat] = [row.number(place.lng), row.number(place.lat)];
  const valid = Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
  // 0, 0 is what forms write that were given nothing.
  if (!valid || (lng === 0 && lat === 0))
    row.fail(place.lng, { zh: `${lng}, ${lat} 不是有效坐标`, en: `${lng}, ${lat} is no position` });
  if (place.datum === "wgs84" || row.fault) return { lng, lat, text: text ?? "" };
  const from = place.datum === "gcj02" ? gcoord.GCJ02 : gcoord.BD09;
  const [wgsLng, wgsLat] = gcoord.transform<[number, number]>([lng, lat], from, gcoord.WGS84);
  return { lng: wgsLng, lat: wgsLat, text: text ?? "" };
}

/** The steps' times, each at least the one before; undefined with a fault. */
function timesOf(
  row: Reading,
  { times }: Mapping,
  outcome: Outcome | undefined,
  now: number,
): Prepared["times"] | undefined {
  const opened = row.time(times.opened);
  if (opened === undefined) {
    row.fail(times.opened, { zh: "没有上报时间", en: "has no time of opening" });
    return undefined;
  }
  const accepted = row.time(times.accepted) ?? opened;
  const filed = row.time(times.filed) ?? accepted;
  const dispatched = row.time(times.dispatched) ?? filed;
  const closed = ended(outcome) ? row.time(times.closed) : undefined;
  if (ended(outcome) && closed === undefined)
    row.fail(times.closed ?? "times/closed", { zh: "已办结但没有办结时间", en: "is ended and has no time of its end" });
  const columns = [times.opened, times.accepted, times.filed, times.dispatched, times.closed];
  [opened, accepted, filed, dispatched, closed].reduce<number>((before, at, index) => {
    if (at !== undefined && at < before)
      row.fail(columns[index] ?? times.opened, { zh: "早于前一环节的时间", en: "is earlier than the step before" });
    if (at !== undefined && at > now)
      row.fail(columns[index] ?? times.opened, { zh: "晚于现在", en: "lies in the future" });
    return at ?? before;
  }, opened);
  return { opened, accepted, filed, dispatched, ...(closed === undefined ? {} : { ended: closed }) };
}

function informantOf(row: Reading, { informant }: Mapping): Prepared["informant"] {
  const name = row.text(informant?.name, longest.name);
  const phone = row.text(informant?.phone, longest.phone);
  if (name === undefined && phone === undefined) return undefined;
  return { ...(name === undefined ? {} : { name }), ...(phone === undefined ? {} : { phone }) };
}

function nameOf(source: Mapping["description"]): string {
  return typeof source === "string" ? source : source.columns.join("/");
}
