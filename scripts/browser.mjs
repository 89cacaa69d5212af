// Where a Chromium is: named by XIUHUA_BROWSER, installed by the system, or brought by npm.
import { existsSync } from "node:fs";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** A path, or undefined. The npm package unpacks one for Linux on x64 and nothing else. */
export async function findBrowser() {
  const named = process.env.XIUHUA_BROWSER;
  if (named) return existsSync(named) ? named : undefined;
  const installed = usual.find((path) => existsSync(path));
  if (installed) return installed;
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    return await chromium.executablePath();
  } catch {
    return undefined;
  }
}
