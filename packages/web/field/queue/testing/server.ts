import type { Transport } from "../drain.ts";
import type { Entry } from "../entry.ts";
import type { Outcome } from "../outcome.ts";

interface Upload {
  readonly hash: string;
  readonly bytes: number;
  have: number;
}

export interface Written {
  readonly key: string;
  readonly no: string;
  readonly action: string;
  readonly hashes: readonly string[];
  readonly capturedAt: number;
}

/** A server that forgets nothing: evidence by hash, resumable uploads, one event a key, a number that moves with a case. */
export function fakeServer(cases: Readonly<Record<string, number>> = {}) {
  const uploads = new Map<string, Upload>();
  const evidence = new Set<string>();
  const seqs = new Map(Object.entries(cases));
  const events: Written[] = [];
  const answers = new Map<string, { no: string; seq: number; state: string }>();
  let bytesTaken = 0;

  return {
    events,
    evidence,
    uploads,
    bytesTaken: () => bytesTaken,
    /** Somebody else acts on a case. */
    move: (no: string) => void seqs.set(no, (seqs.get(no) ?? 0) + 1),
    /** The way there; `tick` before and after each thing that the server does, so that also an answer can be lost. */
    transport(tick: () => void, chunk = 4): Transport {
      return {
        async upload(file, blob, begun): Promise<Outcome> {
          tick();
          let url = file.uploadUrl;
          let upload = url === undefined ? undefined : uploads.get(url);
          if (!upload || url === undefined) {
            url = `/api/uploads/${uploads.size + 1}`;
            upload = { hash: file.hash, bytes: blob.size, have: 0 };
            uploads.set(url, upload);
            tick();
            await begun(url);
          }
          while (upload.have < upload.bytes) {
            tick();
            const sent = Math.min(chunk, upload.bytes - upload.have);
            upload.have += sent;
            bytesTaken += sent;
          }
          evidence.add(upload.hash);
          tick();
          return { kind: "uploaded" };
        },
        async post(entry): Promise<Outcome> {
          tick();
          const outcome = write(entry);
          tick();
          return outcome;
        },
      };
    },
  };

  function write({ id, doing, files, capturedAt }: Entry): Outcome {
    const before = answers.get(id);
    if (before) return { kind: "accepted", answer: before };
    if (!files.every((file) => evidence.has(file.hash))) return { kind: "filesLost" };
    const no = doing.kind === "act" ? doing.no : `opened-${answers.size + 1}`;
    const seq = seqs.get(no) ?? 0;
    if (doing.kind === "act" && doing.seq !== seq)
      return { kind: "overtaken", problem: { type: "urn:xiuhua:problem:conflict", title: "Conflict", status: 409 } };
    seqs.set(no, seq + 1);
    const answer = { no, seq: seq + 1, state: "next" };
    answers.set(id, answer);
    events.push({ key: id, no, action: doing.action, hashes: files.map((file) => file.hash), capturedAt });
    return { kind: "accepted", answer };
  }
}
