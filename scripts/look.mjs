// Screenshots for the README out of a running demo city: node scripts/look.mjs [http://localhost:3000]
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findBrowser } from "./browser.mjs";
import { root } from "./build.mjs";

const base = process.argv[2] ?? "http://localhost:3000";
const folder = join(root, "docs/images");
mkdirSync(folder, { recursive: true });

/** What is shown: a name, who looks, where, how large, in which theme and language. */
const pictures = [
  { name: "login", path: "/" },
  { name: "queue", login: "dispatcher1", path: "/queue" },
  { name: "cases", login: "shift1", path: "/cases" },
  { name: "case", login: "shift1", path: (no) => `/cases/${no}` },
  { name: "register", login: "collector1", path: "/register" },
  { name: "organisation", login: "admin1", path: "/people/organisation" },
  {
    name: "case-dark-en",
    login: "shift1",
    path: (no) => `/cases/${no}`,
    width: 1920,
    height: 1080,
    theme: "dark",
    language: "en",
  },
];

const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
  ],
});
for (const { name, login, path, width = 1366, height = 768, theme = "light", language = "zh" } of pictures) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale: language === "zh" ? "zh-CN" : "en-US",
  });
  let address = path;
  if (login !== undefined) {
    const entered = await context.request.post(`${base}/api/session`, { data: { login, password: "xiuhua2022" } });
    const { csrf } = await entered.json();
    await context.request.patch(`${base}/api/me`, { data: { language }, headers: { "x-csrf-token": csrf } });
    if (typeof path === "function") {
      const found = await (await context.request.get(`${base}/api/cases?state=checked&limit=1`)).json();
      address = path(found.items[0].no);
    }
  }
  const page = await context.newPage();
  await page.goto(base + address, { waitUntil: "networkidle" });
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`docs/images/${name}.png`);
  if (login !== undefined && language !== "zh") {
    const { csrf } = await (await context.request.get(`${base}/api/me`)).json();
    await context.request.patch(`${base}/api/me`, { data: { language: "zh" }, headers: { "x-csrf-token": csrf } });
  }
  await context.close();
}
await browser.close();
