import type { EvidenceFile } from "@xiuhua/server/api";
import { address, ProblemError } from "../../../shared/api/index.ts";

interface Upload {
  /** The stored file; rejects with `ProblemError`, or with an `AbortError` once stopped. */
  readonly done: Promise<EvidenceFile>;
  readonly stop: () => void;
}

/** Sends one file. By XMLHttpRequest, since `fetch` cannot tell how much has gone up. */
export function upload(file: File, csrf: string | undefined, progress: (percent: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<EvidenceFile>((resolve, reject) => {
    request.open("POST", address("/evidence"));
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("idempotency-key", crypto.randomUUID());
    if (csrf !== undefined) request.setRequestHeader("x-csrf-token", csrf);
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) progress(Math.round((event.loaded / event.total) * 100));
    });
    request.addEventListener("load", () => {
      const body = parsed(request.responseText);
      if (request.status < 300 && isFile(body)) resolve(body);
      else reject(problemOf(request.status, body));
    });
    request.addEventListener("error", () => reject(problemOf(0, undefined)));
    request.addEventListener("abort", () => reject(new DOMException("The upload was stopped", "AbortError")));
    const form = new FormData();
    form.append("file", file, file.name);
    request.send(form);
  });
  return { done, stop: () => request.abort() };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isFile(body: unknown): body is EvidenceFile {
  return typeof body === "object" && body !== null && typeof Reflect.get(body, "hash") === "string";
}

function problemOf(status: number, body: unknown): ProblemError {
  const read = (key: string): unknown =>
    typeof body === "object" && body !== null ? Reflect.get(body, key) : undefined;
  const [detail, message] = [read("detail"), read("message")];
  const zh = typeof message === "object" && message !== null ? Reflect.get(message, "zh") : undefined;
  const en = typeof message === "object" && message !== null ? Reflect.get(message, "en") : undefined;
  return new ProblemError({
    type: "about:blank",
    title: `HTTP ${status}`,
    status,
    ...(typeof detail === "string" ? { detail } : {}),
    ...(typeof zh === "string" && typeof en === "string" ? { message: { zh, en } } : {}),
  });
}
