import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Draft } from "../drafts/draft.ts";
import type { Mark } from "../patrol/trail/mark.ts";
import type { Entry } from "../queue/entry.ts";

/** What lies on this phone. Everything but the settings belongs to one person. */
export interface FieldSchema extends DBSchema {
  /** Reports and actions, sent or not. */
  entries: { key: string; value: Entry; indexes: { person: string } };
  /** Bytes of photos that are not sent yet, by the file's id. */
  blobs: { key: string; value: Blob };
  /** What is being written: one a person and a purpose. */
  drafts: { key: string; value: Draft };
  /** Answers of the server, to be read without a network. */
  views: { key: string; value: View };
  /** Earlier photos of cases, to be seen without a network; by person and hash. */
  pictures: { key: string; value: { readonly blob: Blob; readonly at: number } };
  /** Shifts begun and ended, and where this person walked in them. */
  trail: { key: string; value: Mark; indexes: { person: string } };
  settings: { key: string; value: unknown };
}

export interface View {
  /** `person` and the query's own key, as JSON. */
  readonly key: readonly unknown[];
  readonly value: unknown;
  /** When the server said so, in milliseconds. */
  readonly at: number;
}

export type FieldDatabase = IDBPDatabase<FieldSchema>;

/** On the disk before it counts as saved: a phone that goes dark in the rain must not lose a report. */
export const durable = { durability: "strict" } as const;

export function openFieldDatabase(name = "xiuhua-field"): Promise<FieldDatabase> {
  return openDB<FieldSchema>(name, 2, {
    upgrade(db, before) {
      if (before < 1) {
        db.createObjectStore("entries", { keyPath: "id" }).createIndex("person", "person");
        for (const store of ["blobs", "drafts", "views", "pictures", "settings"] as const) db.createObjectStore(store);
      }
      db.createObjectStore("trail", { keyPath: "key" }).createIndex("person", "person");
    },
    // An older tab must not keep a newer one waiting for ever.
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
}
