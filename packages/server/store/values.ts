/**
 * How a column's text becomes a JavaScript value: one table for both databases, so that a row is the same whichever
 * answered. A type that is not named here stays text (numeric among them: money and hashes must not be rounded).
 */
type Read = (text: string) => unknown;

const number: Read = (text) => Number(text);

/** `\x…` to bytes. */
const bytes: Read = (text) => Buffer.from(text.slice(2), "hex");

const instantPattern = /^(\d{4,})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d+))?\+00(?::00)?$/;

/**
 * `2026-03-01 08:00:00.123+00` to milliseconds since 1970; microseconds are cut off. Every session runs in UTC.
 * @throws for years before Christ and other zones, which no session of ours produces.
 */
const instant: Read = (text) => {
  if (text === "infinity") return Infinity;
  if (text === "-infinity") return -Infinity;
  const match = instantPattern.exec(text);
  if (match === null) throw new Error(`Not an instant in UTC: ${text}`);
  const [year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN] = match.slice(1, 7).map(Number);
  const milliseconds = Number((match[7] ?? "").padEnd(3, "0").slice(0, 3));
  // Date.UTC reads the years 0 to 99 as 1900 to 1999; setUTCFullYear does not.
  const date = new Date(Date.UTC(2000, month - 1, day, hour, minute, second, milliseconds));
  return date.setUTCFullYear(year, month - 1, day);
};

/** Type → [its object id, its array's object id, reader]. The ids are fixed in PostgreSQL's pg_type.dat. */
const types: readonly (readonly [oid: number, arrayOid: number, read: Read])[] = [
  [16, 1000, (text) => text === "t"], // bool
  [17, 1001, bytes], // bytea
  [20, 1016, number], // int8: our counters stay far below 2^53
  [21, 1005, number], // int2
  [23, 1007, number], // int4
  [25, 1009, String], // text
  [26, 1028, number], // oid
  [114, 199, JSON.parse], // json
  [700, 1021, number], // float4
  [701, 1022, number], // float8
  [1042, 1014, String], // char(n)
  [1043, 1015, String], // varchar
  [1082, 1182, String], // date: 'YYYY-MM-DD', a day has no zone
  [1184, 1185, instant], // timestamptz
  [1700, 1231, String], // numeric
  [2950, 2951, String], // uuid
  [3802, 3807, JSON.parse], // jsonb
];

/** Readers by object id, arrays included. */
export const readers: Readonly<Record<number, Read>> = Object.fromEntries(
  types.flatMap(([oid, arrayOid, read]) => [
    [oid, read],
    [arrayOid, (text: string) => readArray(text, read)],
  ]),
);

/** `{a,"b,c",NULL,{d}}` to nested arrays. */
function readArray(text: string, read: Read): unknown[] {
  // A lower bound other than 1 is written first: [0:2]={…}. It carries nothing that JavaScript could keep.
  let at = text.startsWith("[") ? text.indexOf("=") + 1 : 0;
  const readList = (): unknown[] => {
    const list: unknown[] = [];
    at += 1;
    while (text[at] !== "}") {
      if (text[at] === ",") at += 1;
      else if (text[at] === "{") list.push(readList());
      else list.push(readItem());
    }
    at += 1;
    return list;
  };
  const readItem = (): unknown => {
    if (text[at] !== '"') {
      const start = at;
      while (text[at] !== "," && text[at] !== "}") at += 1;
      const item = text.slice(start, at);
      return item === "NULL" ? null : read(item);
    }
    let item = "";
    for (at += 1; text[at] !== '"'; at += 1) {
      if (text[at] === "\\") at += 1;
      item += text[at] ?? "";
    }
    at += 1;
    return read(item);
  };
  return readList();
}
