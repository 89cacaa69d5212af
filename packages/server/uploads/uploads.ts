import { createReadStream } from "node:fs";
import { randomBytes } from "node:crypto";
import { Server, type Upload } from "@tus/server";
import type { UploadState } from "../api/index.ts";
import { largest, tooLarge, uploadProblem, type Evidence } from "../evidence/index.ts";
import { ProblemAnswer } from "../http/index.ts";
import { makeLocker } from "./locker.ts";
import { openUploadFolder, type UploadRecord } from "./record.ts";
import { noUpload, tooManyUploads, tusProblem, wrongMetadata } from "./refusals.ts";
import { UploadStore } from "./store.ts";

/** Where the protocol is spoken. */
export const uploadPath = "/api/uploads";

/** An upload is kept for so long after it began, and its answer for as long (our own choice: a long weekend). */
const keptMs = 3 * 24 * 3_600_000;

/** Unfinished uploads of one person: more than any phone has under way, few enough to bound what lies about. */
const mostUnfinished = 100;

export interface UploadsOptions {
  readonly evidence: Pick<Evidence, "store" | "limits">;
  /** Where unfinished uploads lie; this process's own. Made when it is not there. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Uploads that survive a lost line: begun, continued and finished over many requests (tus 1.0). */
export interface Uploads {
  /**
   * Carries out one request of the protocol for a person.
   * @throws ProblemAnswer with the reason for which it is refused
   */
  handle(person: string, request: Request): Promise<Response>;
  /** How far it has come. One that is whole and was not taken in, because a crash came between, is taken in now. */
  state(person: string, id: string): Promise<UploadState>;
  /** Removes what is past its time. Returns how many. */
  sweep(): Promise<number>;
}

/** What a request's hooks need to know of it. */
interface Asked {
  readonly person: string;
  refusal?: ProblemAnswer;
}

export async function makeUploads({ evidence, folder: path, now }: UploadsOptions): Promise<Uploads> {
  const folder = await openUploadFolder(path);
  const asked = new WeakMap<object, Asked>();
  const takingIn = new Map<string, Promise<string>>();
  const expiresAt = (record: UploadRecord) => record.createdAt + keptMs;

  /** The person's own upload that is still in its time. */
  function own(person: string, id: string): UploadRecord {
    const record = folder.find(id);
    if (record === undefined || record.person !== person || expiresAt(record) <= now()) throw noUpload();
    return record;
  }

  /** Hands a whole upload over to the evidence; once, however many ask. A refusal leaves nothing behind. */
  function takeIn(record: UploadRecord): Promise<string> {
    const underWay = takingIn.get(record.id);
    if (underWay !== undefined) return underWay;
    const done = store(record).finally(() => takingIn.delete(record.id));
    takingIn.set(record.id, done);
    return done;
  }

  async function store(record: UploadRecord): Promise<string> {
    if (record.done) return record.sha256;
    const stored = await evidence.store(createReadStream(folder.bytesOf(record.id)), {
      reader: { person: record.person },
      sha256: record.sha256,
      ...(record.fileName === undefined ? {} : { fileName: record.fileName }),
    });
    if (!stored.ok) {
      await folder.remove(record.id);
      throw uploadProblem(stored.refusal);
    }
    await folder.save({ ...record, done: true });
    await folder.dropBytes(record.id);
    return stored.value.hash;
  }

  /** Runs a hook; what it refuses is remembered with the request, because the library knows only status and text. */
  async function guarded<T>(request: object, work: (one: Asked) => T | Promise<T>): Promise<T> {
    const one = asked.get(request);
    if (one === undefined) throw new Error("An upload's request is not known");
    try {
      return await work(one);
    } catch (error) {
      if (error instanceof ProblemAnswer) one.refusal = error;
      throw error;
    }
  }

  const tus = new Server({
    path: uploadPath,
    relativeLocation: true,
    allowedOrigins: [],
    datastore: new UploadStore(folder, (upload) => newRecord(upload, now())),
    locker: makeLocker(),
    maxSize: largest(evidence.limits),
    namingFunction: () => randomBytes(16).toString("hex"),
    onUploadCreate: (request, upload) =>
      guarded(request, ({ person }) => {
        const mine = folder.all().filter((record) => record.person === person && !record.done);
        if (mine.length >= mostUnfinished) throw tooManyUploads(mostUnfinished);
        return { metadata: checked(upload.metadata, person) };
      }),
    onIncomingRequest: (request, id) =>
      guarded(request, ({ person }) => {
        // A new upload is asked about under its coming name.
        if (request.method !== "POST") own(person, id);
      }),
    onUploadFinish: (request, upload) =>
      guarded(request, async ({ person }) => ({
        headers: { "x-evidence-hash": await takeIn(own(person, upload.id)) },
      })),
  });

  return {
    async handle(person, request) {
      const length = Number(request.headers.get("upload-length") ?? 0);
      if (length > largest(evidence.limits)) throw uploadProblem(tooLarge(largest(evidence.limits)));
      const one: Asked = { person };
      asked.set(request, one);
      const response = await tus.handleWeb(request);
      if (one.refusal !== undefined) throw one.refusal;
      if (response.status < 400) return withExpiry(response);
      const refusal = tusProblem(response.status);
      if (refusal === undefined) throw new Error(`An upload failed: ${response.status} ${await response.text()}`);
      throw refusal;
    },

    async state(person, id) {
      const record = own(person, id);
      const offset = await folder.arrived(record);
      const hash = offset === record.bytes ? await takeIn(record) : undefined;
      return {
        id,
        bytes: record.bytes,
        offset,
        expiresAt: new Date(expiresAt(record)).toISOString(),
        ...(hash === undefined ? {} : { hash }),
      };
    },

    async sweep() {
      const old = folder.all().filter((record) => expiresAt(record) <= now() && !takingIn.has(record.id));
      for (const { id } of old) await folder.remove(id);
      return old.length;
    },
  };

  /** The protocol's own header for when an unfinished upload is swept away. */
  function withExpiry(response: Response): Response {
    const id = response.headers.get("location")?.split("/").at(-1);
    const record = id === undefined ? undefined : folder.find(id);
    if (record !== undefined) response.headers.set("upload-expires", new Date(expiresAt(record)).toUTCString());
    return response;
  }
}

/** What the phone said of the file, with whose it is. Anything else it said is left out. */
function checked(metadata: Upload["metadata"], person: string): Record<string, string> {
  const { sha256, filename } = metadata ?? {};
  if (typeof sha256 !== "string" || !/^[0-9a-f]{64}$/.test(sha256)) throw wrongMetadata();
  if (typeof filename === "string" && filename.length > 255) throw wrongMetadata();
  return { person, sha256, ...(typeof filename === "string" ? { filename } : {}) };
}

function newRecord({ id, size, metadata }: Upload, createdAt: number): UploadRecord {
  const { person, sha256, filename } = metadata ?? {};
  if (size === undefined || typeof person !== "string" || typeof sha256 !== "string")
    throw new Error("An upload was begun past its checks");
  return {
    id,
    person,
    bytes: size,
    sha256,
    createdAt,
    done: false,
    ...(typeof filename === "string" ? { fileName: filename } : {}),
  };
}
