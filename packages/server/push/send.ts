import { Agent } from "node:https";
import webPush from "web-push";
import { isPushEndpoint } from "./endpoint.ts";
import type { PushKeys } from "./keys.ts";
import { lookUpPublic } from "./public-address.ts";
import type { QueuedPush } from "./queue.ts";

/** What became of one attempt. */
export type Sent = "sent" | "gone" | { readonly retryAfterMs?: number };

export type SendPush = (message: QueuedPush) => Promise<Sent>;

/** Seconds for which the push service keeps a message for a phone that is off. */
const keptSeconds = 12 * 3600;
/** Milliseconds for one attempt. */
const patience = 15_000;

/**
 * Hands a message to its device's push service (RFC 8030), encrypted for the device (RFC 8291) and signed by the city
 * (RFC 8292), over connections that end in public networks alone.
 * @param contact whom a push service may write to about us: `mailto:` or https
 */
export function makeSend(keys: PushKeys, contact: string): SendPush {
  const agent = new Agent({ lookup: lookUpPublic, keepAlive: true, maxSockets: 8, timeout: patience });
  return async ({ endpoint, p256dh, auth, body }) => {
    if (!isPushEndpoint(endpoint)) return "gone";
    try {
      await webPush.sendNotification({ endpoint, keys: { p256dh, auth } }, JSON.stringify(body), {
        vapidDetails: { subject: contact, ...keys },
        TTL: keptSeconds,
        urgency: body.kind === "alarm" || body.kind === "task" ? "high" : "normal",
        agent,
        timeout: patience,
      });
      return "sent";
    } catch (error) {
      return outcomeOf(error);
    }
  };
}

/**
 * A service that knows the device no more says 404 or 410 (RFC 8030 §7.3). Everything else may be our own fault, such as
 * a wrong clock, and costs nobody their subscription; a message that is too long will never be shorter.
 */
export function outcomeOf(error: unknown): Sent {
  if (!(error instanceof webPush.WebPushError)) return {};
  const { statusCode, headers } = error;
  if (statusCode === 404 || statusCode === 410) return "gone";
  if (statusCode === 413) return "sent";
  const after = Number(Object.entries(headers).find(([name]) => name.toLowerCase() === "retry-after")?.[1]);
  return Number.isFinite(after) && after > 0 ? { retryAfterMs: Math.min(after, 3600) * 1000 } : {};
}
