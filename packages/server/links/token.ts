import { createHmac, timingSafeEqual } from "node:crypto";

/** A link to one case: its number, and the `seq` of the event that let somebody in. */
export interface LinkPlace {
  readonly no: string;
  readonly seq: number;
}

/** Bytes of the HMAC that a link carries: half of SHA-256's, as RFC 2104 allows, so that it fits a short message. */
const macBytes = 16;
const form = /^(\d{1,32})-([1-9]\d{0,8})-([\w-]{22})$/;

/**
 * Links are not kept anywhere: who holds the city's secret can tell a true one by itself. No dot, because an address of
 * a page has none.
 */
export function linkToken(secret: string, city: string, { no, seq }: LinkPlace): string {
  return `${no}-${seq}-${macOf(secret, city, no, seq)}`;
}

/**
 * Where a token leads. A false one leads to the event 0 of the case that it names, and no case has that: it costs the
 * same work and gets the same answer as one that has ended.
 */
export function placeOf(secret: string, city: string, token: string): LinkPlace {
  const [, no = "0", seq = "0", mac = ""] = form.exec(token) ?? [];
  const [sent, own] = [Buffer.from(mac.padEnd(22)), Buffer.from(macOf(secret, city, no, Number(seq)))];
  return { no, seq: timingSafeEqual(sent, own) ? Number(seq) : 0 };
}

function macOf(secret: string, city: string, no: string, seq: number): string {
  return createHmac("sha256", secret)
    .update(`${city}|${no}|${seq}`)
    .digest()
    .subarray(0, macBytes)
    .toString("base64url");
}
