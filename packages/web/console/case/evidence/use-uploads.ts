import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { EvidenceReference } from "@xiuhua/server/api";
import { meQuery } from "../../../shared/api/index.ts";
import type { EvidenceKind } from "../../../shared/case/index.ts";
import { upload } from "./upload.ts";

/** One file on its way up, or there. */
export interface Draft {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly file: File;
  readonly percent: number;
  readonly hash?: string;
  readonly mediaType: string;
  readonly error?: unknown;
}

export interface Uploads {
  readonly drafts: readonly Draft[];
  readonly busy: boolean;
  /** What is stored and can go with the action. */
  readonly references: readonly EvidenceReference[];
  add(kind: EvidenceKind, files: Iterable<File>): void;
  remove(id: string): void;
  retry(id: string): void;
}

/** The files of one form: each goes up as soon as it is chosen; a refused submit keeps them all. */
export function useUploads(): Uploads {
  const { data: me } = useQuery(meQuery);
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const stops = useRef(new Map<string, () => void>());

  useEffect(() => {
    const running = stops.current;
    return () => {
      for (const stop of running.values()) stop();
    };
  }, []);

  const change = (id: string, part: Partial<Draft>) =>
    setDrafts((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));

  const start = ({ id, file }: Draft) => {
    const { done, stop } = upload(file, me?.csrf, (percent) => change(id, { percent }));
    stops.current.set(id, stop);
    done
      .then(({ hash, mediaType }) => change(id, { hash, mediaType, percent: 100 }))
      .catch((error: unknown) => change(id, { error }))
      .finally(() => stops.current.delete(id));
  };

  return {
    drafts,
    busy: drafts.some((one) => one.hash === undefined && one.error === undefined),
    references: drafts.flatMap(({ hash, kind }) => (hash === undefined ? [] : [{ hash, kind }])),
    add(kind, files) {
      const added = [...files].map((file): Draft => ({
        id: crypto.randomUUID(),
        kind,
        file,
        percent: 0,
        mediaType: file.type,
      }));
      setDrafts((all) => [...all, ...added]);
      for (const draft of added) start(draft);
    },
    remove(id) {
      stops.current.get(id)?.();
      setDrafts((all) => all.filter((one) => one.id !== id));
    },
    retry(id) {
      const draft = drafts.find((one) => one.id === id);
      if (!draft) return;
      setDrafts((all) => all.map((one) => (one.id === id ? fresh(one) : one)));
      start(draft);
    },
  };
}

function fresh({ id, kind, file, mediaType }: Draft): Draft {
  return { id, kind, file, mediaType, percent: 0 };
}
