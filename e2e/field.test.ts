import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from "vitest";
import { readerOf } from "../packages/server/demo/cast.ts";
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

  test("and on no screen did anything go wrong", () => {
    expect(collector.troubles()).toEqual([]);
  });
});
