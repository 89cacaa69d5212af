import type { CDPSession, Page } from "playwright-core";

/** How many times slower than this machine a cheap phone computes: Lighthouse's own figure for mobile. */
export const slowDown = 4;
/** Lighthouse's slow 4G: 150 ms there and back, 1.6 Mbit/s down, 0.75 Mbit/s up. */
const line = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: 96_000 };

/** Makes a page run as on a cheap phone; on a weak line as well, or on none at all where the server is gone. */
export async function slowed(page: Page, weakLine: boolean): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowDown });
  await session.send("Network.enable");
  if (weakLine) await session.send("Network.emulateNetworkConditions", line);
  return session;
}
