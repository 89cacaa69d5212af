import type { FieldDatabase } from "../store/index.ts";
import type { Entry, QueuedFile } from "./entry.ts";
import type { Outcome } from "./outcome.ts";
import { settle } from "./settle.ts";
import { nextStep } from "./step.ts";
import { blobOf, changeEntry, entriesOf } from "./store.ts";

/** How entries reach the server. Refusals and broken networks are outcomes; what is thrown is a bug. */
export interface Transport {
  /** Sends a file, from where it was cut if `uploadUrl` knows; `begun` is told where to go on after a cut. */
  upload(file: QueuedFile, blob: Blob, begun: (url: string) => Promise<void>): Promise<Outcome>;
  post(entry: Entry): Promise<Outcome>;
}

export interface Drain {
  readonly db: FieldDatabase;
  readonly person: string;
  readonly transport: Transport;
  readonly now: () => number;
  readonly random: () => number;
  /** Told what is being sent, and after each change. */
  readonly onChange?: (sending: string | undefined) => void;
  readonly stopped?: () => boolean;
}

/** Why nothing more can be sent at present. */
export type Pause =
  { readonly kind: "rest" | "unreachable" | "loggedOut" } | { readonly kind: "wait"; readonly until: number };

/** Sends what can be sent, one step after the other, each result on the disk before the next step. */
export async function drain({ db, person, transport, now, random, onChange, stopped }: Drain): Promise<Pause> {
  while (stopped?.() !== true) {
    const step = nextStep(await entriesOf(db, person), now());
    if (step.kind === "wait" || step.kind === "rest") return step;
    const { entry } = step;
    onChange?.(entry.id);
    const file = step.kind === "upload" ? step.file : undefined;
    const outcome = file ? await uploadOne(db, transport, entry, file) : await transport.post(entry);
    const at = { now: now(), random, ...(file ? { file: file.id } : {}) };
    await changeEntry(db, entry.id, (there) => settle(there, outcome, at));
    onChange?.(undefined);
    if (outcome.kind === "unreachable" || outcome.kind === "loggedOut") return { kind: outcome.kind };
  }
  return { kind: "rest" };
}

async function uploadOne(db: FieldDatabase, transport: Transport, entry: Entry, file: QueuedFile): Promise<Outcome> {
  const blob = await blobOf(db, file.id);
  if (!blob) return { kind: "refused", problem: bytesGone };
  const begun = (url: string) =>
    changeEntry(db, entry.id, (there) => ({
      ...there,
      files: there.files.map((one) => (one.id === file.id ? { ...one, uploadUrl: url } : one)),
    }));
  return transport.upload(file, blob, begun);
}

const bytesGone = {
  type: "urn:xiuhua:problem:bytes-gone",
  title: "Photo gone",
  status: 0,
  message: {
    zh: "照片已不在本机，可能是清理过手机存储。请重新拍照上报。",
    en: "The photo is no longer on this phone; its storage may have been cleared. Take it again and report anew.",
  },
};
