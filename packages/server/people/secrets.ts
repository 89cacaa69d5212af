import { createHash } from "node:crypto";

/** Unguessable bytes; injected, so that tests know what comes. */
export type Random = (bytes: number) => Buffer;

/** 256 bits, in letters that a header and a cookie take as they are. */
export function newSecret(random: Random): string {
  return random(32).toString("base64url");
}

/**
 * What is stored instead of a secret. A plain hash is enough for 256 random bits: there is nothing to guess, unlike a
 * password.
 */
export function digest(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** A key for a new row. */
export function newId(prefix: string, random: Random): string {
  return `${prefix}-${random(8).toString("hex")}`;
}
