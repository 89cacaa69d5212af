import type { DevicePosition, DeviceRecord, EvidenceReference } from "@xiuhua/core/procedure";
import type { DevicePosition as SentPosition, DeviceReport, EvidenceInput, SealedDevice } from "../api/index.ts";
import { instantOf } from "../http/index.ts";
import { iso } from "./summary.ts";

/** What a phone sent of itself, as the engine seals it. @throws ProblemAnswer */
export function deviceOf(report: DeviceReport | undefined): { device?: DeviceRecord } {
  if (report === undefined) return {};
  const { position, ...rest } = report;
  return {
    device: {
      ...rest,
      capturedAt: instantOf(report.capturedAt, "/device/capturedAt"),
      deviceNow: instantOf(report.deviceNow, "/device/deviceNow"),
      ...(position === undefined ? {} : { position: positionOf(position, "/device/position") }),
    },
  };
}

/** The files of an action as the engine seals them. @throws ProblemAnswer */
export function evidenceOf(files: readonly EvidenceInput[] = []): EvidenceReference[] {
  return files.map(({ hash, kind, capturedAt, position }, index) => ({
    hash,
    kind,
    ...(capturedAt === undefined ? {} : { capturedAt: instantOf(capturedAt, `/evidence/${index}/capturedAt`) }),
    ...(position === undefined ? {} : { position: positionOf(position, `/evidence/${index}/position`) }),
  }));
}

export function positionOf(position: SentPosition, field: string): DevicePosition {
  return { ...position, at: instantOf(position.at, `${field}/at`) };
}

export const sentPosition = (position: DevicePosition): SentPosition => ({ ...position, at: iso(position.at) });

/** What an event holds of the phone, as the API tells it. */
export function sealedDevice(device: DeviceRecord, receivedAt: number): SealedDevice {
  const { id, appVersion, capturedAt, deviceNow, position, offline } = device;
  return {
    id,
    appVersion,
    capturedAt: iso(capturedAt),
    receivedAt: iso(receivedAt),
    offset: Math.round(deviceNow - receivedAt),
    offline,
    ...(position === undefined ? {} : { position: sentPosition(position) }),
  };
}
