/// <reference lib="dom" />
import { spawn, type ChildProcess } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { patience } from "./desk.ts";
import { openLine } from "./line.ts";
import { browserArguments, china, pictures, type Stage } from "./stage.ts";
import { watch } from "./troubles.ts";

const size = { width: 360, height: 640 };
/** Everybody's password in the demo city. */
const password = "xiuhua2022";

export type Phone = Awaited<ReturnType<typeof openPhone>>;

/** A phone with a browser whose power can be cut, on a line that can be cut too. What it keeps outlives both. */
export async function openPhone(stage: Stage, name: string, at = { longitude: 113.247831, latitude: 35.240428 }) {
  const folder = join(stage.folder, `phone-${name}`);
  const line = await openLine(stage.url);
  const collected: string[][] = [];
  let now = stage.now();
  let child: ChildProcess | undefined;
  /** The browser writes its cookies down every half minute; a test does not wait for that. */
  let cookies: Awaited<ReturnType<BrowserContext["cookies"]>> = [];
  let browser: Browser | undefined;
  let page: Page | undefined;

  /** Switches the phone on and opens the app at an address of its own. */
  async function start(path = "/field/"): Promise<Page> {
    const started = await startBrowser(folder);
    child = started.child;
    browser = await chromium.connectOverCDP(started.url);
    const context = browser.contexts()[0];
    if (!context) throw new Error("The browser has no window");
    context.setDefaultTimeout(patience);
    await context.grantPermissions(["geolocation", "camera"], { origin: line.url });
    await context.setGeolocation({ ...at, accuracy: 9 });
    await context.clock.setSystemTime(now);
    await context.addCookies(cookies);
    page = context.pages()[0] ?? (await context.newPage());
    await page.setViewportSize(size);
    const watched = await watch(page);
    // The app does without the pack, and without suggestions, where a server has none.
    watched.expected(404, /^\/api\/field\/(me|pack|suggestions)$/u);
    collected.push(watched.troubles);
    await page.goto(line.url + path);
    return page;
  }

  const read = (store: string, how: "getAll" | "getAllKeys"): Promise<string> =>
    phone.page().evaluate(
      ([name, what]) =>
        new Promise<string>((resolve, reject) => {
          const opening = indexedDB.open("xiuhua-field");
          opening.addEventListener("error", () => reject(new Error("The phone's storage does not open")));
          opening.addEventListener("success", () => {
            const all = opening.result.transaction(name).objectStore(name)[what]();
            all.addEventListener("success", () => {
              opening.result.close();
              resolve(JSON.stringify(all.result));
            });
          });
        }),
      [store, how] as const,
    );

  const phone = {
    line,
    start,
    page(): Page {
      if (!page) throw new Error("The phone is off");
      return page;
    },
    async setTime(text: string): Promise<void> {
      now = china(text);
      await page?.context().clock.setSystemTime(now);
    },
    /** The battery is taken out: no page gets another word. */
    async kill(): Promise<void> {
      cookies = (await browser?.contexts()[0]?.cookies()) ?? cookies;
      const gone = new Promise((resolve) => child?.once("exit", resolve));
      child?.kill("SIGKILL");
      await gone;
      await browser?.close().catch(() => undefined);
      page = undefined;
    },
    async logIn(login: string): Promise<void> {
      const open = await start();
      await open.locator("input[autocomplete=username]").fill(login);
      await open.locator("input[type=password]").fill(password);
      await open.locator("button[type=submit]").click();
      await open.getByRole("navigation", { name: "主菜单" }).waitFor();
    },
    /** Waits until the app would open without a network. */
    async ready(): Promise<void> {
      await phone.page().evaluate(async () => void (await navigator.serviceWorker.ready));
    },
    /** What lies in a store of the phone, as text. */
    onDisk: (store: string): Promise<string> => read(store, "getAll"),
    /** The keys of what lies there, as text. */
    keysOnDisk: (store: string): Promise<string> => read(store, "getAllKeys"),
    /** Takes a photo by the system's camera, which answers with this file. */
    async photo(kind: string, file: string): Promise<void> {
      const open = phone.page();
      if (!(await open.locator("dialog.camera").isVisible()))
        await open.getByRole("button", { name: `拍${kind}` }).click();
      const camera = open.getByRole("dialog", { name: `拍${kind}` });
      await camera.waitFor();
      await camera.getByLabel("系统相机").last().setInputFiles(file);
      // Once it is kept, the camera goes on to the next kind or closes.
      await camera.waitFor({ state: "hidden" });
    },
    /** What the person saw, for whoever has to find out why it went wrong. */
    async picture(test: string): Promise<void> {
      await page?.screenshot({
        path: join(pictures, `${test.replaceAll(/[^\p{Letter}\p{Number}]+/gu, "-")}-${name}.png`),
      });
    },
    /** What went wrong on its screens, but for a line that was cut on purpose. */
    troubles: (): string[] =>
      collected.flat().filter((trouble) => !/net::ERR_|Failed to fetch|NetworkError/u.test(trouble)),
    async close(): Promise<void> {
      await phone.kill();
      await line.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return phone;
}

/** A browser of its own process, so that it can be killed; its folder is the phone's memory. */
async function startBrowser(folder: string): Promise<{ child: ChildProcess; url: string }> {
  const executable = process.env["XIUHUA_BROWSER"];
  if (executable === undefined) throw new Error("XIUHUA_BROWSER names no browser");
  const child = spawn(
    executable,
    [
      ...browserArguments,
      "--headless=new",
      "--remote-debugging-port=0",
      `--user-data-dir=${folder}`,
      `--window-size=${size.width},${size.height}`,
      "--lang=zh-CN",
      "--no-first-run",
      "--use-fake-device-for-media-stream",
      "--use-fake-ui-for-media-stream",
      "about:blank",
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const url = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/u.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once("exit", () => reject(new Error(`The browser did not start: ${said}`)));
  });
  return { child, url };
}
