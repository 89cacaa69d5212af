import type { ActOnCase, DeviceReport, EvidenceInput, OpenCase } from "@xiuhua/server/api";
import type { Entry, QueuedFile } from "./entry.ts";

/** Which phone, and which edition of the app. */
export type Device = Pick<DeviceReport, "id" | "appVersion">;

export interface Call {
  readonly path: string;
  readonly body: OpenCase | ActOnCase;
}

/** The request that an entry is, at the moment of sending. Only `deviceNow` differs from one attempt to the next, and `offline` once nobody answered. */
export function callOf(entry: Entry, device: Device, now: number): Call {
  const { doing, input, position, offline } = entry;
  const told = {
    input,
    evidence: entry.files.map(evidenceOf),
    device: {
      ...device,
      capturedAt: iso(entry.capturedAt),
      deviceNow: iso(now),
      ...(position ? { position } : {}),
      offline,
    },
  };
  if (doing.kind === "open")
    return { path: "/cases", body: { procedure: doing.procedure, action: doing.action, ...told } };
  const path = `/cases/${encodeURIComponent(doing.no)}/actions/${encodeURIComponent(doing.action)}`;
  return { path, body: { ...told, seq: doing.seq } };
}

function evidenceOf({ hash, kind, capturedAt, position }: QueuedFile): EvidenceInput {
  return {
    hash,
    kind,
    ...(capturedAt === undefined ? {} : { capturedAt: iso(capturedAt) }),
    ...(position ? { position } : {}),
  };
}

const iso = (instant: number): string => new Date(instant).toISOString();
