import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acted, reported } from "./arrange.ts";
import type { Desk } from "./desk.ts";
import { cutOff, groundLight, rawKeys, wordsOf } from "./page-words.ts";
import { soon } from "./soon.ts";
import { openStage, type Stage } from "./stage.ts";

const description = "商铺违规张贴广告";

describe("every page of the console", () => {
  let stage: Stage;
  let filed = "";
  let fresh = "";

  beforeAll(async () => {
    stage = await openStage("2022-08-15T09:00");
    filed = await reported(stage, description);
    fresh = await reported(stage, description);
    await acted(stage, "intake1", filed, "accept", { type: "07001" });
    await acted(stage, "shift1", filed, "file", { type: "07001", criterion: "07001-1" });
    await acted(stage, "dispatcher1", filed, "dispatch", { department: "jiefang-brigade" });
  }, 180_000);
  afterAll(() => stage?.close(), 60_000);

  /** Goes through the pages as those who use them, and stops at each once what it is for has arrived. */
  async function tour(desk: Desk, stop: (page: string) => Promise<void>): Promise<void> {
    const { page } = desk;
    const visit = async (path: string, arrived: () => Promise<unknown>) => {
      await page.goto(path);
      await arrived();
      await stop(path);
    };
    const heading = () => page.getByRole("heading", { level: 1 }).first().waitFor();
    const row = () => page.getByRole("row").nth(1).waitFor();
    await visit("/login", () => page.getByRole("button", { name: "intake1" }).waitFor());
    await desk.logIn("intake1");
    await visit("/queue", row);
    await visit("/cases", row);
    await visit("/cases?kind=event&openedFrom=2022-08-01T00:00:00.000Z", row);
    await visit("/cases?text=nothing-like-this", () => page.locator(".empty-list").waitFor());
    await visit("/reported", heading);
    await visit("/ledgers", () => page.locator(".ant-upload-drag-icon").waitFor());
    await visit("/register", () => page.locator('canvas[style*="crosshair"]').waitFor());
    await visit(`/cases/${fresh}`, heading);
    await visit(`/cases/${filed}`, heading);
    await visit(`/cases/${filed}/notice`, heading);
    await visit("/nowhere", () =>
      page
        .getByRole("link")
        .filter({ has: page.getByRole("button") })
        .waitFor(),
    );
    await visit("/people", () => page.locator(".ant-result").waitFor());
    await desk.leave();
    await desk.logIn("admin1");
    await visit("/people", row);
    await visit("/people/shifts", () => page.getByRole("tabpanel").waitFor());
    await visit("/people/delegations", () => page.getByRole("tabpanel").waitFor());
    await visit("/places", () => page.locator(".ant-empty").waitFor());
    await visit("/places/roads", row);
    await visit("/places/areas", row);
    await desk.leave();
  }

  /**
   * Words of another language than the page's own that may stand on it: names, data, keys, and what the component
   * library calls the cross that empties a list.
   */
  const foreign = {
    zh: /^Clear$|English|WebGL|API|CSV|PDF|Excel|Ctrl|GB\/T|WGS84|xiuhua( demo)?|xgg|\b(admin|collector|dispatcher|district|enterprise|evaluator|handler|intake|keeper|leader|officer|prosecutor|shift|supervisor|works)\d+\b/u,
    en: /绣花|中文|商铺违规张贴广告|和平街与文化巷交叉口东30米路南/u,
  };
  const wrong = { zh: /[A-Za-z]{3,}/u, en: /\p{Script=Han}/u };

  const sizes = [
    { width: 1920, height: 1080 },
    { width: 1366, height: 768 },
  ];

  test.each([
    { language: "zh", dark: false },
    { language: "en", dark: true },
  ] as const)(
    "says all in $language, and shows all it says at every size; dark: $dark",
    async ({ language, dark }) => {
      const desk = await stage.desk({ language, dark });
      const faults: string[] = [];
      await tour(desk, async (page) => {
        const texts = await wordsOf(desk.page);
        for (const text of rawKeys(texts)) faults.push(`${page}: key ${text}`);
        for (const text of texts)
          if (wrong[language].test(text) && !foreign[language].test(text)) faults.push(`${page}: ${text}`);
        for (const size of sizes) {
          await desk.page.setViewportSize(size);
          for (const fault of await cutOff(desk.page)) faults.push(`${page} at ${size.width}: ${fault}`);
        }
        const light = await groundLight(desk.page);
        if (dark !== light < 80) faults.push(`${page}: its ground is ${light} light`);
      });
      expect(faults).toEqual([]);
      await desk.close();
    },
    240_000,
  );

  test("one press changes the language, another changes it back; the choice is kept", async () => {
    const desk = await stage.desk();
    await desk.logIn("intake1");
    await desk.seesHeading("我的待办");
    const before = await wordsOf(desk.page);
    await desk.press("English");
    await desk.seesHeading("My queue");
    const after = await wordsOf(desk.page);
    // What stayed the same in both is data and the names of the languages, never a label.
    const labels = before.filter((text) => after.includes(text) && /\p{Script=Han}/u.test(text));
    expect(labels.filter((text) => !foreign.en.test(text))).toEqual([]);
    await desk.page.reload();
    await desk.seesHeading("My queue");
    await desk.press("中文");
    await desk.seesHeading("我的待办");
    await desk.close();
  }, 120_000);

  test("the look can be chosen light or dark, against the system's own, and is kept", async () => {
    const desk = await stage.desk({ dark: true });
    await desk.logIn("intake1");
    const choose = async (from: string, to: string) => {
      await desk.press(`外观: ${from}`);
      await desk.page.getByRole("menuitem", { name: to }).click();
    };
    expect(await groundLight(desk.page)).toBeLessThan(80);
    await choose("跟随系统", "浅色");
    await expect.poll(() => groundLight(desk.page), soon).toBeGreaterThan(200);
    await desk.page.reload();
    await desk.seesHeading("我的待办");
    expect(await groundLight(desk.page)).toBeGreaterThan(200);
    // A map is drawn anew in the other colours while its page stays what it was.
    await desk.page.goto(`/cases/${filed}`);
    await desk.page.locator(".map-pin").first().waitFor();
    await choose("浅色", "深色");
    await expect.poll(() => groundLight(desk.page), soon).toBeLessThan(80);
    await desk.close();
  }, 120_000);

  test("and on no screen did anything go wrong", () => {
    expect(stage.troubles()).toEqual([]);
  });
});
