import type { DetailedError, HttpResponse } from "tus-js-client";
import type { UploadState } from "@xiuhua/server/api";
import { csrfToken, get, readAfter, readProblem } from "../../shared/api/index.ts";
import type { QueuedFile } from "./entry.ts";
import { outcomeOf, type Outcome } from "./outcome.ts";

/** One request of an upload: a proxy that keeps a cut request to itself costs at most this (our own choice). */
const chunkBytes = 1024 * 1024;
/** How long nothing may move before the network counts as gone. */
const stallMs = 45_000;

/** Sends one file by the tus protocol, from where it was cut where the server still knows. */
export async function upload(
  file: QueuedFile,
  blob: Blob,
  begun: (url: string) => Promise<void>,
  progress: (sent: number) => void,
): Promise<Outcome> {
  const { Upload, DetailedError } = await import("tus-js-client");
  return new Promise<Outcome>((resolve) => {
    let noted: Promise<void> = Promise.resolve();
    let watch: ReturnType<typeof setTimeout> | undefined;
    const settle = (outcome: Outcome | Promise<Outcome>) => {
      clearTimeout(watch);
      resolve(noted.then(() => outcome));
    };
    const csrf = csrfToken();
    const sending = new Upload(blob, {
      endpoint: "/api/uploads",
      ...(file.uploadUrl === undefined ? {} : { uploadUrl: file.uploadUrl }),
      metadata: { filename: file.name, sha256: file.hash },
      headers: csrf === undefined ? {} : { "x-csrf-token": csrf },
      chunkSize: chunkBytes,
      // The queue has a patience of its own, and its own memory.
      retryDelays: null,
      storeFingerprintForResuming: false,
      onUploadUrlAvailable() {
        const { url } = sending;
        if (url !== null && url !== file.uploadUrl) noted = begun(url);
      },
      onProgress(sent) {
        progress(sent);
        stall();
      },
      onSuccess: ({ lastResponse }) => settle(taken(lastResponse.getHeader("x-evidence-hash"), sending.url, file)),
      onError: (error) => settle(error instanceof DetailedError ? failed(error) : { kind: "unreachable" }),
    });
    const stall = () => {
      clearTimeout(watch);
      watch = setTimeout(() => {
        void sending.abort();
        settle({ kind: "unreachable" });
      }, stallMs);
    };
    stall();
    sending.start();
  });
}

/** All bytes are there. Whether they became evidence the answer says, or the upload itself when the answer was lost. */
async function taken(hash: string | undefined, url: string | null, file: QueuedFile): Promise<Outcome> {
  if (hash === undefined && url !== null) {
    const path = new URL(url, location.origin).pathname.replace(/^\/api/, "");
    try {
      return (await get<UploadState>(path)).hash === file.hash ? { kind: "uploaded" } : { kind: "filesLost" };
    } catch {
      return { kind: "unreachable" };
    }
  }
  return hash === file.hash ? { kind: "uploaded" } : { kind: "filesLost" };
}

function failed({ originalResponse: response }: DetailedError): Outcome {
  if (response === null) return { kind: "unreachable" };
  const problem = readProblem(response.getStatus(), bodyOf(response));
  const after = readAfter(response.getHeader("retry-after"));
  const outcome = outcomeOf({ problem, acting: false, ...(after === undefined ? {} : { after }) });
  if (outcome.kind !== "refused") return outcome;
  const code = problem.type.split(":").at(-1) ?? "";
  if (code === "too-many-uploads") return { kind: "busy" };
  // A broken upload is begun anew; what the server will not take however often it comes is for the person.
  return hopeless.has(code) ? outcome : { kind: "filesLost" };
}

/** The server's codes for what is wrong with the file itself. */
const hopeless: ReadonlySet<string> = new Set(["file-too-large", "file-type", "file-damaged", "too-many-pixels"]);

function bodyOf(response: HttpResponse): unknown {
  try {
    return JSON.parse(response.getBody());
  } catch {
    return undefined;
  }
}
