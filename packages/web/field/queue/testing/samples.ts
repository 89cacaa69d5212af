import type { Done, QueuedFile } from "../entry.ts";

export const words = (text: string) => ({ zh: text, en: text });

export const file = (id: string, kind: QueuedFile["kind"] = "near"): QueuedFile => ({
  id,
  kind,
  hash: `hash-of-${id}`,
  bytes: 10,
  mediaType: "image/jpeg",
  name: `${id}.jpg`,
  capturedAt: 1000,
  stored: false,
});

export const report = (id: string, files: readonly QueuedFile[] = []): Done => ({
  id,
  person: "collector1",
  doing: { kind: "open", procedure: "city-case", action: "report" },
  title: words("上报"),
  summary: id,
  input: { description: id },
  files,
  capturedAt: 1000,
  offline: true,
});

export const act = (id: string, no: string, seq: number, files: readonly QueuedFile[] = []): Done => ({
  ...report(id, files),
  doing: { kind: "act", no, action: "passCheck", seq },
});
