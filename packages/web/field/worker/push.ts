/// <reference lib="webworker" />
import type { PushMessage } from "@xiuhua/server/api";
import { openFieldDatabase, readSetting } from "../store/index.ts";

declare const self: ServiceWorkerGlobalScope;

/** What is pushed is shown, whatever is open: browsers take the right away from whoever does not. */
export function pushMessages(): void {
  self.addEventListener("push", (event) => {
    const message = read(event.data);
    if (message) event.waitUntil(show(message));
  });
  self.addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(open(String(event.notification.data)));
  });
}

async function show(message: PushMessage): Promise<void> {
  const language = (await languageOfPerson()) === "en" ? "en" : "zh";
  const options = {
    body: message.body[language],
    tag: message.tag,
    icon: "/field/icon-192.png",
    badge: "/field/icon-192.png",
    lang: language === "zh" ? "zh-CN" : "en",
    timestamp: Date.parse(message.at),
    data: pathOf(message),
    // The same tag again sounds again.
    renotify: true,
    requireInteraction: message.kind === "alarm",
    vibrate: message.kind === "alarm" ? [500, 150, 500, 150, 500] : [150, 80, 150],
  };
  await self.registration.showNotification(message.title[language], options);
  const shown = await self.registration.getNotifications();
  if ("setAppBadge" in self.navigator) await self.navigator.setAppBadge(shown.length).catch(() => undefined);
  for (const page of await pages()) page.postMessage({ kind: "news" });
}

/** Where a message leads, within the app. */
function pathOf({ caseNo }: PushMessage): string {
  return caseNo === undefined ? "/patrol" : `/tasks/${encodeURIComponent(caseNo)}`;
}

async function open(path: string): Promise<void> {
  const [page] = await pages();
  if (!page) {
    await self.clients.openWindow(`/field${path}`);
    return;
  }
  // An open page goes there by itself: what is being written on it stays.
  page.postMessage({ kind: "open", path });
  await page.focus();
}

async function pages(): Promise<readonly WindowClient[]> {
  const all = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.filter(({ url }) => new URL(url).pathname.startsWith("/field"));
}

async function languageOfPerson(): Promise<unknown> {
  const db = await openFieldDatabase().catch(() => undefined);
  if (!db) return undefined;
  const language = await readSetting(db, "language");
  db.close();
  return language;
}

function read(data: PushMessageData | null): PushMessage | undefined {
  try {
    const value: unknown = data?.json();
    return isMessage(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isMessage(value: unknown): value is PushMessage {
  return typeof value === "object" && value !== null && "tag" in value && "title" in value && "body" in value;
}
