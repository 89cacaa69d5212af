import { mkdirSync } from "node:fs";
import { readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "@xiuhua/core/procedure";
import { Type, type Static } from "typebox";

/** What is known of one upload besides its bytes. Instants in milliseconds since 1970. */
export const UploadRecord = Type.Object({
  id: Type.String({ pattern: "^[0-9a-f]{32}$" }),
  /** Who began it; to all others it is not there. */
  person: Type.String(),
  bytes: Type.Integer(),
  /** As the phone computed it when the file was made; what arrives must have it. */
  sha256: Type.String({ pattern: "^[0-9a-f]{64}$" }),
  fileName: Type.Optional(Type.String()),
  createdAt: Type.Number(),
  /** Taken in as evidence: the bytes are gone from here, the record stays for a phone that lost the answer. */
  done: Type.Boolean(),
});
export type UploadRecord = Static<typeof UploadRecord>;

/** The folder in which uploads grow: `<id>` holds the bytes so far, `<id>.json` the record. One process a folder. */
export interface UploadFolder {
  readonly path: string;
  find(id: string): UploadRecord | undefined;
  all(): readonly UploadRecord[];
  /** Whole or not at all: a record that was cut short is none. */
  save(record: UploadRecord): Promise<void>;
  /** Bytes that have arrived. */
  arrived(record: UploadRecord): Promise<number>;
  bytesOf(id: string): string;
  dropBytes(id: string): Promise<void>;
  remove(id: string): Promise<void>;
}

/** The names that we write; anything else in the folder is not ours to touch. */
const ownName = /^([0-9a-f]{32})(\.json(\.new)?)?$/;

/** Opens the folder, making it when it is not there, and clears away what a killed process left half. */
export async function openUploadFolder(path: string): Promise<UploadFolder> {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const records = new Map<string, UploadRecord>();
  const bytesOf = (id: string) => join(path, id);
  const recordOf = (id: string) => join(path, `${id}.json`);
  const drop = (file: string) => rm(file, { force: true });

  for (const name of await readdir(path)) {
    const record = name.endsWith(".json") ? await readRecord(join(path, name)) : undefined;
    if (record !== undefined && name === `${record.id}.json`) records.set(record.id, record);
  }
  for (const name of await readdir(path)) {
    const [, id, note] = ownName.exec(name) ?? [];
    const record = records.get(id ?? "");
    const needed = note === ".json" ? record !== undefined : note === undefined && record?.done === false;
    if (id !== undefined && !needed) await drop(join(path, name));
  }
  for (const { id, done } of records.values()) if (!done && !(await exists(bytesOf(id)))) await remove(id);

  async function remove(id: string): Promise<void> {
    records.delete(id);
    await drop(recordOf(id));
    await drop(bytesOf(id));
  }

  return {
    path,
    find: (id) => records.get(id),
    all: () => [...records.values()],
    async save(record) {
      const aside = `${recordOf(record.id)}.new`;
      await writeFile(aside, JSON.stringify(record), { mode: 0o600 });
      await rename(aside, recordOf(record.id));
      records.set(record.id, record);
    },
    arrived: async (record) => (record.done ? record.bytes : (await stat(bytesOf(record.id))).size),
    bytesOf,
    dropBytes: (id) => drop(bytesOf(id)),
    remove,
  };
}

async function readRecord(file: string): Promise<UploadRecord | undefined> {
  try {
    const parsed = parse(UploadRecord, JSON.parse(await readFile(file, "utf8")));
    return parsed.ok ? parsed.value : undefined;
  } catch {
    return undefined;
  }
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
