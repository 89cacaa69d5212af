/// <reference lib="dom" />
import type { Page } from "playwright-core";

/** For so long nothing may keep the main thread busy before a page counts as quiet: as Lighthouse has it. */
const quietMs = 5_000;

export interface Start {
  /** All in milliseconds since the navigation began. */
  readonly firstPaint: number;
  /** When what the person came for stood there. */
  readonly seen: number;
  /** When it stood there and the main thread was free for good: time to interactive. */
  readonly interactive: number;
}

declare global {
  interface Window {
    /** When the last long task ended. */
    benchBusyUntil?: number;
  }
}

/** Notes long tasks from the very beginning. Before the first navigation. */
export async function watchBusy(page: Page): Promise<void> {
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) window.benchBusyUntil = startTime + duration;
    }).observe({ type: "longtask", buffered: true });
  });
}

/** Opens an address and tells when it could be used. */
export async function timeStart(page: Page, address: string, wanted: string): Promise<Start> {
  await page.goto(address, { waitUntil: "commit" });
  await page.locator(wanted).first().waitFor({ timeout: 60_000 });
  const seen = await page.evaluate(() => performance.now());
  return page.evaluate(
    ([at, quiet]) =>
      new Promise<Start>((resolve) => {
        const look = () => {
          const busyUntil = Math.max(window.benchBusyUntil ?? 0, at);
          if (performance.now() - busyUntil < quiet) return void setTimeout(look, 200);
          const firstPaint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
          resolve({ firstPaint, seen: at, interactive: busyUntil });
        };
        look();
      }),
    [seen, quietMs] as const,
  );
}
