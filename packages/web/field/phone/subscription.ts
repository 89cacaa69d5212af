import type { PushDevice, PushKey } from "@xiuhua/server/api";
import { get, send } from "../../shared/api/index.ts";

/** A log-out does not wait longer for a word to the server. */
const partingMs = 3_000;

/** Whether this browser can be told things while the app is closed. On an iPhone it must be installed first. */
export const canPush = (): boolean =>
  "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

const manager = async (): Promise<PushManager> => (await navigator.serviceWorker.ready).pushManager;

export async function isSubscribed(): Promise<boolean> {
  return canPush() && Notification.permission === "granted" && (await (await manager()).getSubscription()) !== null;
}

/** Subscribes this device for whoever is logged in. @throws what the browser says where its push service does not answer */
export async function subscribeToPush(): Promise<void> {
  const { key } = await get<PushKey>("/push/key");
  if (key === undefined) return;
  const subscription = await (await manager()).subscribe({ userVisibleOnly: true, applicationServerKey: key });
  await tell(subscription);
}

/** A subscription that is there already is whoever's is logged in now: the server learns whose. */
export async function renewPush(): Promise<void> {
  if (!(await isSubscribed())) return;
  const subscription = await (await manager()).getSubscription();
  if (subscription) await tell(subscription);
}

const tell = (subscription: PushSubscription) =>
  send<PushDevice[]>("POST", "/push/subscription", subscription.toJSON());

/** Nothing more comes to this device for whoever leaves it. */
export async function unsubscribeFromPush(): Promise<void> {
  if (!(await isSubscribed())) return;
  const subscription = await (await manager()).getSubscription();
  if (!subscription) return;
  const { endpoint } = subscription;
  const parting = AbortSignal.timeout(partingMs);
  await send("DELETE", "/push/subscription", { endpoint }, undefined, parting).catch(() => undefined);
  // Without a network the server learns it from the push service, which knows the device no more.
  await subscription.unsubscribe();
}
