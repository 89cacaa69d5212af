import { Type, type Static } from "typebox";
import { EvidenceReference } from "./evidence.ts";
import { Instant } from "./common.ts";

/** Where a device believed itself to be: WGS 84 degrees, accuracy as a radius in metres, the fix's own time. */
export const DevicePosition = Type.Object(
  {
    lng: Type.Number({ minimum: -180, maximum: 180 }),
    lat: Type.Number({ minimum: -90, maximum: 90 }),
    accuracy: Type.Number({ minimum: 0, maximum: 100_000 }),
    at: Instant,
  },
  { additionalProperties: false },
);
export type DevicePosition = Static<typeof DevicePosition>;

/**
 * What a phone says of the moment in which something was done on it. It is sealed in the event as said; the server puts
 * beside it when it heard of it, and how far the phone's clock was off.
 */
export const DeviceReport = Type.Object(
  {
    /** Made by the app when it was installed; names no hardware. */
    id: Type.String({ minLength: 8, maxLength: 64, pattern: "^[A-Za-z0-9._-]+$" }),
    appVersion: Type.String({ minLength: 1, maxLength: 40, pattern: "^[A-Za-z0-9.+_-]+$" }),
    /** When the person did it, by the phone's clock. */
    capturedAt: Instant,
    /** The phone's clock at the moment of sending: less the server's, that is its error. */
    deviceNow: Instant,
    position: Type.Optional(DevicePosition),
    /** Whether it was done without a network and waited on the phone. */
    offline: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type DeviceReport = Static<typeof DeviceReport>;

/** A file of an action, perhaps with what the phone noted when it was taken. */
export const EvidenceInput = Type.Object(
  {
    ...EvidenceReference.properties,
    /** By the phone's clock. */
    capturedAt: Type.Optional(Instant),
    position: Type.Optional(DevicePosition),
  },
  { additionalProperties: false },
);
export type EvidenceInput = Static<typeof EvidenceInput>;

/** What the event holds of the device; for the centre, and for who did it. */
export const SealedDevice = Type.Object({
  id: Type.String(),
  appVersion: Type.String(),
  capturedAt: Instant,
  /** When the server heard of it. */
  receivedAt: Instant,
  /** The phone's clock less the server's, in milliseconds; the way of the message included. */
  offset: Type.Integer(),
  position: Type.Optional(DevicePosition),
  offline: Type.Boolean(),
});
export type SealedDevice = Static<typeof SealedDevice>;
