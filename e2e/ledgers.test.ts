import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage("2022-08-18T09:00");
}, 180_000);
afterAll(() => stage?.close(), 60_000);

const crossing = "和平街与文化巷交叉口东30米路南";

/** Merged places, coordinates beside them, dates as text, a choice that there is not. */
async function ledger(): Promise<string> {
  const rows = Array.from({ length: 6 }, (_, at) => [
    at + 1,
    at % 3 === 0 ? crossing : null,
    "113.247831",
    "35.240428",
    `第${at + 1}处：路面破损`,
    at === 4 ? "电话" : "12319 热线",
    at === 5 ? "8月17日" : "2022.8.16",
  ]);
  const merges = [0, 3].map((at) => ({ startRow: at + 2, startCol: 1, endRow: at + 4, endCol: 1 }));
  const head = ["序号", "地点", "经度", "纬度", "问题描述", "来源", "发现日期"];
  const file = join(stage.folder, "巡查台账.xlsx");
  const title = ["巡查问题台账", null, null, null, null, null, null];
  await writeFile(file, await writeXlsx({ sheets: [{ name: "台账", rows: [title, head, ...rows], merges }] }));
  return file;
}

test("an officer looks at a ledger, mends what can be mended, imports it, and keeps what came of it", async () => {
  const desk = await stage.desk();
  const { page } = desk;
  await desk.logIn("intake1");
  await page.goto("/cases");
  await desk.press("导入台账");
  await page.setInputFiles("input[type=file]", await ledger());

  await desk.sees("共 6 行");
  await desk.sees("有误 2");
  await desk.sees("有的日期没有年份，请填写年份");
  await desk.sees(/没有“电话”这一项；可填：采集员上报、12319 热线/);
  await page.getByLabel("日期没写年份的，按哪一年").fill("2022");
  await desk.sees("可导入 5");
  await desk.press("导入 5 件");
  await desk.sees("已登记 5 件");
  await desk.sees("此前已导入 0 行，有误未导入 1 行");

  const [download] = await Promise.all([page.waitForEvent("download"), desk.press("下载结果 Excel")]);
  expect(download.suggestedFilename()).toBe("巡查台账-result.xlsx");
  const path = join(stage.folder, "result.xlsx");
  await download.saveAs(path);
  const [, ...result] = (await readXlsx(await readFile(path))).sheets[0]?.rows ?? [];
  expect(result.map((row) => [row[0], row[1], row[2] !== null])).toEqual([
    [3, "已导入", true],
    [4, "已导入", true],
    [5, "已导入", true],
    [6, "已导入", true],
    [7, "有误，未导入", false],
    [8, "已导入", true],
  ]);

  await desk.press("导入另一个文件");
  await page.setInputFiles("input[type=file]", await ledger());
  await page.getByLabel("来源空白时统一填").waitFor();
  await page.getByLabel("日期没写年份的，按哪一年").fill("2022");
  await desk.sees("已导入过 5");
  await desk.button("没有可导入的行").waitFor();

  await page.goto("/cases");
  await desk.sees("第6处：路面破损");
  expect(await page.getByRole("row").filter({ hasText: "路面破损" }).count()).toBe(5);

  await page.goto(`/cases/${String(result[0]?.[2])}`);
  const paper = await desk.link("PDF 案件单").getAttribute("href");
  const answer = await page.request.get(paper ?? "");
  expect([answer.status(), (await answer.body()).subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
  expect(stage.troubles()).toEqual([]);
});
