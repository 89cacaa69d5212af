import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from "vitest";
import { readerOf } from "../packages/server/demo/cast.ts";
import { acted, assigned } from "./arrange.ts";
import { openPhone, type Phone } from "./phone.ts";
import { drawPhoto } from "./photos.ts";
import { soon } from "./soon.ts";
import { china, openStage, type Stage } from "./stage.ts";

const placeText = "和平街与文化巷交叉口东30米路南";
const description = "商铺违规张贴广告";

/** What a phone loads before the app can be used, at most, gzipped. */
const mostBytes = 250 * 1024;

test("the app's first load fits a slow line, and holds nothing of the desk's component library", async () => {
  const built = fileURLToPath(new URL("../packages/web/dist", import.meta.url));
  const page = await readFile(`${built}/field/index.html`, "utf8");
  const files = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/gu)].map(([, path = ""]) => path);
  expect(files.filter((path) => /antd|maplibre/u.test(path))).toEqual([]);
  const sizes = await Promise.all(files.map(async (path) => gzipSync(await readFile(built + path)).length));
  const total = sizes.reduce((sum, size) => sum + size, gzipSync(page).length);
  expect(total).toBeLessThan(mostBytes);
});

describe("a phone in the rain with no signal", () => {
  let stage: Stage;
  let collector: Phone;
  const hash = async (file: string) =>
    createHash("sha256")
      .update(await readFile(file))
      .digest("hex");
  const intake = readerOf("intake1");

  beforeAll(async () => {
    stage = await openStage("2022-08-13T09:00");
    collector = await openPhone(stage, "collector");
    await collector.logIn("collector1");
    await collector.ready();
  }, 180_000);
  beforeEach(() => onTestFailed(({ task }) => collector.picture(task.name)));
  afterAll(async () => {
    await collector?.close();
    await stage?.close();
  }, 60_000);

  test("a report made without a network, its browser killed and started again, arrives once, with its own time and photos", async () => {
    // What the app fetches at the first log-in has arrived.
    await expect.poll(() => collector.onDisk("views"), soon).toContain("procedures");
    const files = await Promise.all(
      ["近景", "远景", "参照物"].map((kind, at) => drawPhoto(stage.folder, kind, 4 - at)),
    );
    await collector.setTime("2022-08-13T09:12");
    collector.line.cut();
    await collector.page().getByRole("link", { name: "上报" }).click();
    for (const [at, kind] of ["近景", "远景", "参照物"].entries()) await collector.photo(kind, files[at] ?? "");
    await collector.page().getByLabel("位置描述").fill(placeText);
    await collector.page().getByLabel("描述", { exact: true }).fill(description);

    // Killed in the middle: what was written and taken is there again.
    await expect
      .poll(() => collector.page().getByRole("button", { name: "参照物", exact: true }).count(), soon)
      .toBe(1);
    await expect.poll(() => collector.onDisk("drafts"), soon).toContain(description);
    await collector.kill();
    await collector.start("/field/report");
    await expect.poll(() => collector.page().getByLabel("位置描述").inputValue(), soon).toBe(placeText);
    await collector.page().getByRole("button", { name: "上报", exact: true }).click();
    await collector.page().getByText("没有网络，有网时自动发出").waitFor();

    // Killed again, started an hour later, still in the cellar.
    await collector.kill();
    await stage.setTime("2022-08-13T10:20");
    await collector.setTime("2022-08-13T10:20");
    await collector.start("/field/mine");
    await collector.page().getByText("1 条待发").waitFor();
    expect((await stage.services.cases.pages.list(intake, {})).items).toEqual([]);

    collector.line.mend();
    await collector.page().getByRole("button", { name: "立即发送" }).click();
    await collector.page().getByText("已发出", { exact: true }).waitFor();
    const { items } = await stage.services.cases.pages.list(intake, {});
    expect(items).toHaveLength(1);
    const detail = await stage.services.cases.detail(intake, items[0]?.no ?? "");
    expect(new Map(detail?.evidence.map((one) => [one.kind, one.hash]))).toEqual(
      new Map([
        ["near", await hash(files[0] ?? "")],
        ["far", await hash(files[1] ?? "")],
        ["reference", await hash(files[2] ?? "")],
      ]),
    );
    // Its own time, not that of the sending; the phone's clock goes on while the person takes photos.
    const late = Number(detail?.subject["capturedAt"]) - china("2022-08-13T09:12");
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(10 * 60_000);
    expect(detail?.place?.text).toBe(placeText);
    // The centre's clock to accept runs from when it could know.
    expect(detail?.clocks.find((clock) => clock.name === "accept")?.segments[0]?.from).toBe("2022-08-13T02:20:00.000Z");
  }, 180_000);

  /**
   * Does one task in a cellar: opened from what the phone kept, photographed, the battery taken out, written, the battery
   * taken out again.
   */
  async function doesInTheCellar(phone: Phone, task: { no: string; title: string; kind: string; words: string }) {
    const { no, title, kind, words } = task;
    const file = await drawPhoto(stage.folder, `${kind}-${no}`, 0);
    await expect.poll(() => phone.keysOnDisk("views"), soon).toContain(no);
    await expect.poll(() => phone.keysOnDisk("pictures"), soon).toContain("large");
    phone.line.cut();
    await phone.page().locator(`a[href$="${no}"]`).click();
    await phone.page().getByText(placeText, { exact: true }).waitFor();
    await phone.page().getByRole("button", { name: title, exact: true }).click();
    await phone
      .page()
      .getByRole("button", { name: `拍${kind}` })
      .click();
    // The view that is to be found again lies over the camera, out of the phone's own memory.
    const ghost = phone.page().locator("dialog.camera .ghost img");
    await ghost.waitFor();
    expect(await ghost.evaluate((one) => "naturalWidth" in one && Number(one.naturalWidth))).toBeGreaterThan(0);
    await phone.photo(kind, file);
    await expect.poll(() => phone.onDisk("drafts"), soon).toContain(await hash(file));
    const { pathname } = new URL(phone.page().url());
    await phone.kill();
    await phone.start(pathname);
    await phone.page().getByRole("button", { name: kind, exact: true }).waitFor();
    await phone.page().locator("textarea").first().fill(words);
    await phone.page().getByRole("button", { name: title, exact: true }).click();
    await phone.page().getByText("没有网络，有网时自动发出").waitFor();
    await phone.kill();
    return { hash: await hash(file) };
  }

  /** The line is there again. */
  async function comesUp(phone: Phone): Promise<void> {
    await phone.start("/field/mine");
    await phone.page().getByText("1 条待发").waitFor();
    phone.line.mend();
    await phone.page().getByRole("button", { name: "立即发送" }).click();
    await phone.page().getByText("都已发出").waitFor();
  }

  /** The case as the shift leader sees it, with the one event by which something was done. */
  async function once(no: string, action: string) {
    const detail = await stage.services.cases.detail(readerOf("shift1"), no);
    const events = detail?.timeline.filter((one) => one.action === action) ?? [];
    expect(events).toHaveLength(1);
    const photos = detail?.evidence.filter((one) => one.seq === events[0]?.seq);
    return { detail, event: events[0], photos };
  }
  const minutesAfter = (told: string | undefined, time: string) => (Date.parse(told ?? "") - china(time)) / 60_000;
  const between = (minutes: number) => {
    expect(minutes).toBeGreaterThanOrEqual(0);
    expect(minutes).toBeLessThan(10);
  };

  describe("and what is to be done there", () => {
    let no = "";
    let handler: Phone;
    /** Not where the collector stands: a position would tell who was there. */
    const handlerStands = { longitude: 113.24795, latitude: 35.24051 };
    beforeAll(async () => {
      no = await assigned(stage, "楼道口喷涂小广告", "handler1");
      handler = await openPhone(stage, "handler", handlerStands);
      await handler.logIn("handler1");
      await handler.ready();
    }, 60_000);
    beforeEach(() => onTestFailed(({ task }) => handler.picture(task.name)));
    afterAll(() => handler?.close());

    /** What the handler's phone knows, and that it does not know who reported or checked. */
    async function keepsTheSecret(known: readonly string[]): Promise<void> {
      const kept = await handler.onDisk("views");
      for (const words of known) expect(kept).toContain(words);
      const secrets = ["collector1", "苏晓禾", "Su Xiaohe"];
      expect(secrets.filter((secret) => kept.includes(secret))).toEqual([]);
      const stood = [...kept.matchAll(/"(?:position|takenPlace)":\{"lng":([\d.]+)/gu)].map(([, lng]) => Number(lng));
      expect(stood.filter((lng) => lng !== handlerStands.longitude)).toEqual([]);
    }

    test("lies on the handler's phone without a word of who reported it, nor where from", async () => {
      await expect.poll(() => handler.keysOnDisk("views"), soon).toContain(no);
      // The case itself is there, the words of the person who sent it here as well.
      await keepsTheSecret(["楼道口喷涂小广告", "请先清墙面", "方既明"]);
    });

    test("a handling done without a network, its browser killed and started again, arrives once, with its own time and photo", async () => {
      await handler.setTime("2022-08-13T10:40");
      const task = { no, title: "处置完成", kind: "处置后", words: "已清洗并补漆" };
      const made = await doesInTheCellar(handler, task);
      await stage.setTime("2022-08-13T11:30");
      await handler.setTime("2022-08-13T11:30");
      await comesUp(handler);

      const { detail, event, photos } = await once(no, "reportDone");
      expect(photos?.map((one) => [one.kind, one.hash])).toEqual([["after", made.hash]]);
      between(minutesAfter(photos?.[0]?.capturedAt, "2022-08-13T10:40"));
      between(minutesAfter(event?.device?.capturedAt, "2022-08-13T10:40"));
      expect(event?.device?.offline).toBe(true);
      // The department's clock stops when the server heard of it, and the next begins.
      const at = new Date(china("2022-08-13T11:30")).toISOString();
      expect(detail?.clocks.find((clock) => clock.name === "handle")?.segments.at(-1)?.to).toBe(at);
      expect(detail?.clocks.find((clock) => clock.name === "sendCheck")?.segments[0]?.from).toBe(at);
    }, 120_000);

    test("a check done the same way arrives once", async () => {
      await acted(stage, "intake2", no, "sendCheck", { collector: "collector1", note: "请照发现时的角度拍。" });
      await collector.setTime("2022-08-13T11:40");
      await collector.page().goto(`${collector.line.url}/field/tasks`);
      const made = await doesInTheCellar(collector, { no, title: "核查不通过", kind: "核查", words: "墙角还有残留" });
      await stage.setTime("2022-08-13T12:30");
      await collector.setTime("2022-08-13T12:30");
      await comesUp(collector);

      const { detail, event, photos } = await once(no, "failCheck");
      expect(detail?.state).toBe("dispatched");
      expect(photos?.map((one) => [one.kind, one.hash])).toEqual([["check", made.hash]]);
      between(minutesAfter(photos?.[0]?.capturedAt, "2022-08-13T11:40"));
      between(minutesAfter(event?.device?.capturedAt, "2022-08-13T11:40"));
      const check = detail?.clocks.find((clock) => clock.name === "check");
      expect(check?.segments.at(-1)?.to).toBe(new Date(china("2022-08-13T12:30")).toISOString());
      expect(check?.late).toBe(true);
      // Of what this person does not wait for any more, nothing stays.
      await expect.poll(() => collector.keysOnDisk("views"), soon).not.toContain(no);
    }, 120_000);

    test("comes back to the handler with the reason, and still without a word of who reported or checked", async () => {
      await acted(stage, "officer1", no, "assign", { handler: "handler1" });
      await handler.page().goto(`${handler.line.url}/field/tasks`);
      await expect.poll(() => handler.keysOnDisk("views"), soon).toContain(no);
      await keepsTheSecret(["楼道口喷涂小广告", "核查不通过", "墙角还有残留"]);
      expect(handler.troubles()).toEqual([]);
    });
  });

  test("whoever is about to report what is reported already is told so", async () => {
    await collector.page().goto(`${collector.line.url}/field/report`);
    const twins = collector.page().getByRole("region", { name: /^附近已有 \d 件相似的案件$/u });
    await twins.getByText(description).waitFor();
    await twins.locator("img").first().waitFor();
    expect(await twins.getByRole("listitem").count()).toBeGreaterThan(0);
  });

  test("and on no screen did anything go wrong", () => {
    expect(collector.troubles()).toEqual([]);
  });
});
