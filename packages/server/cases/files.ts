import {
  readsDevice,
  type CaseEvent,
  type EvidenceReference,
  type Procedure,
  type Reader,
} from "@xiuhua/core/procedure";
import type { CaseDetail } from "../api/index.ts";
import type { Copies } from "./copies.ts";
import { sentPosition } from "./device.ts";
import { doubtsAbout, type DoubtRules, type PictureFacts } from "./doubts.ts";
import type { CaseFile, DetailRow } from "./queries.ts";
import { iso } from "./summary.ts";
import type { WordSources } from "./wording.ts";

/**
 * A case's files. Where a picture was taken is told to the centre and to who took it; doubts to the centre alone.
 * @param copies given where doubts are to be told
 */
export function filesOf(
  sources: Pick<WordSources, "city">,
  procedure: Procedure,
  row: DetailRow,
  reader: Reader,
  copies: Copies | undefined,
): CaseDetail["evidence"] {
  return row.files.map((file) => {
    const event = row.events[file.seq - 1];
    const reference = event?.evidence.find((one) => one.hash === file.hash && one.kind === file.kind);
    const whole = event !== undefined && readsDevice(procedure, event, reader);
    const doubts =
      copies && event ? doubtsAbout(factsOf(procedure, row, file, event, reference, copies), rulesOf(sources)) : [];
    return {
      hash: file.hash,
      kind: file.kind,
      seq: file.seq,
      at: iso(event?.at ?? row.record.openedAt),
      ...(reference?.capturedAt === undefined ? {} : { capturedAt: iso(reference.capturedAt) }),
      ...(whole && reference?.position ? { position: sentPosition(reference.position) } : {}),
      ...(doubts.length > 0 ? { doubts } : {}),
      file: {
        hash: file.hash,
        mediaType: file.media_type,
        bytes: file.bytes,
        uploadedAt: iso(Date.parse(file.uploaded_at)),
        ...(file.width === null ? {} : { width: file.width }),
        ...(file.height === null ? {} : { height: file.height }),
        ...(file.taken_at === null ? {} : { takenAt: iso(Date.parse(file.taken_at)) }),
        ...(whole && file.lng !== null && file.lat !== null ? { takenPlace: { lng: file.lng, lat: file.lat } } : {}),
      },
    };
  });
}

function factsOf(
  procedure: Procedure,
  row: DetailRow,
  file: CaseFile,
  event: CaseEvent,
  reference: EvidenceReference | undefined,
  copies: Copies,
): PictureFacts {
  const side = procedure.roles[event.actor.role]?.side;
  const place = procedure.index(row.record).place;
  return {
    isPhoto: file.media_type.startsWith("image/") && file.details.drawing !== true,
    kind: file.kind,
    byField: side === "field" || side === "department",
    copies: copies.get(file.hash) ?? { same: [], near: [] },
    takenAt: file.taken_at === null ? undefined : Date.parse(file.taken_at),
    takenPlace: file.lng === null || file.lat === null ? undefined : { lng: file.lng, lat: file.lat },
    hasCamera: file.details.camera !== undefined || file.taken_at !== null,
    software: file.details.software,
    modifiedAt: file.details.modifiedAt,
    capturedAt: reference?.capturedAt,
    position: reference?.position,
    clockOffset: event.device && event.device.deviceNow - event.at,
    taskBegan: event.from === null ? undefined : event.waitedSince,
    place,
  };
}

function rulesOf({ city }: Pick<WordSources, "city">): DoubtRules {
  return {
    farMetres: city.field.farMetres,
    inWords: (at) => `${city.calendar.localDate(at)} ${city.calendar.localTime(at)}`,
  };
}
