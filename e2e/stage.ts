import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { onTestFailed } from "vitest";
import { demoCity, seedCity } from "../packages/server/demo/index.ts";
import { makeLog } from "../packages/server/http/index.ts";
import { assemble } from "../packages/server/serve.ts";
import { openFromTemplate } from "../packages/server/testing/embedded-template.ts";
import { openDesk, type Desk, type DeskOptions } from "./desk.ts";

const built = fileURLToPath(new URL("../packages/web/dist/", import.meta.url));
/** Where pictures of screens that went wrong lie. */
export const pictures = fileURLToPath(new URL("../var/e2e/", import.meta.url));

/** What a Chromium needs where there is neither a screen nor a graphics card: the map is drawn by the processor. */
export const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
];

/** A time of the city's own clock, e.g. `2022-08-13T09:12`. */
export const china = (text: string): number => Date.parse(`${text}:00+08:00`);

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** The product as it is built, over the demo city without its stories, and a browser before it; both on one clock. */
export async function openStage(startsAt: string) {
  const executablePath = process.env["XIUHUA_BROWSER"];
  if (executablePath === undefined) throw new Error("XIUHUA_BROWSER names no browser");
  const opening = Promise.all([
    openFromTemplate(),
    chromium.launch({ executablePath, args: browserArguments }),
    mkdtemp(join(tmpdir(), "xiuhua-e2e-")),
  ]);
  const [db, browser, folder] = await opening;
  // One build for the whole test, whatever is built meanwhile.
  const webFolder = join(folder, "web");
  await Promise.all([cp(built, webFolder, { recursive: true }), seedCity(db)]);
  let at = china(startsAt);
  const { app, services } = await assemble({
    db,
    city: demoCity,
    folder,
    webFolder,
    now: () => at,
    log: makeLog({ level: "silent" }),
  });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  const desks: Desk[] = [];

  return {
    url,
    /** Where a test may put files of its own. */
    folder,
    /** Capabilities behind the API, to arrange what a test begins with. */
    services,
    db,
    now: () => at,
    /** Moves the clock of the server and of every browser; screens show it from their next page on. */
    async setTime(text: string): Promise<void> {
      at = china(text);
      const open = desks.filter((desk) => !desk.page.isClosed());
      await Promise.all(open.map((desk) => desk.page.context().clock.setSystemTime(at)));
    },
    /** A browser of its own for one person: cookies and choices are not shared. */
    async desk(options: DeskOptions = {}): Promise<Desk> {
      const desk = await openDesk(browser, { url, now: at }, options);
      desks.push(desk);
      // What the person saw when it went wrong, for whoever has to find out why.
      onTestFailed(async ({ task }) => {
        if (desk.page.isClosed()) return;
        const name = `${task.name.replaceAll(/[^\p{Letter}\p{Number}]+/gu, "-")}-${desks.indexOf(desk)}.png`;
        await desk.page.screenshot({ path: join(pictures, name) });
      });
      return desk;
    },
    /** Everything that went wrong on any screen; a test expects it empty. */
    troubles: () => desks.flatMap((desk) => desk.troubles),
    async close(): Promise<void> {
      await browser.close();
      await app.close();
      await services.cases.drain();
      await db.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
