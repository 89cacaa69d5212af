import { useCallback, useEffect, useRef, useState } from "react";
import { makeRoom } from "../kept/index.ts";
import { isDiskFull, type Captured } from "../phone/index.ts";
import { useMe, usePhone } from "../session/index.ts";
import type { FieldDatabase } from "../store/index.ts";
import { draftKey, type Draft } from "./draft.ts";
import { makeSaver, type Saver } from "./saver.ts";
import { readDraft, removeDraft, removeFile, saveFile } from "./store.ts";

export type Values = Readonly<Record<string, unknown>>;

export interface Drafting {
  readonly draft: Draft;
  readonly key: string;
  /** Changes parts of the form; a part set to undefined is left out. */
  readonly set: (part: Values) => void;
  /** Keeps a photo. Rejects with `QuotaExceededError` where even after making room there is none. */
  readonly add: (captured: Captured) => Promise<void>;
  readonly remove: (file: string) => Promise<void>;
  /** Throws it away and begins anew. */
  readonly clear: () => Promise<void>;
  /** Nothing of it is to be written any more: it goes into the queue, which lets it go. */
  readonly release: () => void;
}

/** The draft of one purpose, as it was left; undefined until the disk has answered. */
export function useDraft(purpose: string): Drafting | undefined {
  const { db } = usePhone();
  const person = useMe().id;
  const key = draftKey({ person, purpose });
  const [draft, setDraft] = useState<Draft>();
  const saver = useRef<Saver>(undefined);

  useEffect(() => {
    let gone = false;
    void readDraft(db, key).then((there) => {
      if (!gone) setDraft(there ?? { person, purpose, values: {}, files: [], startedAt: Date.now() });
    });
    return () => {
      gone = true;
    };
  }, [db, key, person, purpose]);

  const release = useCallback(() => saver.current?.stop(), []);
  const change = useCallback(
    (next: (before: Draft) => Draft) =>
      setDraft((before) => {
        if (!before) return before;
        const after = next(before);
        saver.current ??= makeSaver(db);
        saver.current.save(after);
        return after;
      }),
    [db],
  );
  if (draft === undefined || draftKey(draft) !== key) return undefined;
  return {
    draft,
    key,
    set: (part) => change((before) => ({ ...before, values: merged(before.values, part) })),
    add: async ({ file, blob }) => {
      await withRoom(db, () => saveFile(db, draft, file, blob));
      setDraft((before) => before && { ...before, files: [...before.files, file] });
    },
    remove: async (file) => {
      await removeFile(db, key, file);
      setDraft((before) => before && { ...before, files: before.files.filter((one) => one.id !== file) });
    },
    clear: async () => {
      release();
      saver.current = undefined;
      await removeDraft(db, key);
      setDraft({ person, purpose, values: {}, files: [], startedAt: Date.now() });
    },
    release,
  };
}

function merged(values: Values, part: Values): Values {
  return Object.fromEntries(Object.entries({ ...values, ...part }).filter(([, value]) => value !== undefined));
}

/** On a full disk, what the server can say again gives way once. */
async function withRoom(db: FieldDatabase, save: () => Promise<void>): Promise<void> {
  try {
    await save();
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    await makeRoom(db);
    await save();
  }
}
