import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acted } from "./arrange.ts";
import type { Desk } from "./desk.ts";
import { readerOf } from "../packages/server/demo/cast.ts";
import { drawPhoto } from "./photos.ts";
import { china, openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage("2022-08-02T07:05");
}, 180_000);
afterAll(() => stage?.close(), 60_000);

async function opened(login: string, procedure: string, action: string, input: object): Promise<string> {
  const answer = await stage.services.cases.open(readerOf(login), { procedure, action, input, evidence: [] });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value.no;
}

/** Who stood by. The list stays open for more, above what comes next, until one clicks elsewhere. */
async function witness(desk: Desk, form: Locator, name: string): Promise<void> {
  await desk.choose("见证人", "", name, form);
  await form.getByText(/身份办理$/u).click();
}

async function line(desk: Desk, number: number, what: string, count: string): Promise<void> {
  const lines = desk.page.getByRole("group", { name: `清点清单 ${number}`, exact: true });
  await lines.getByLabel("名称").fill(what);
  await lines.getByLabel("数量").fill(count);
}

test("F4: two keepers list a bag, announce it, and give it back to whoever answers, with a signed paper", async () => {
  const place = { lng: 113.24, lat: 35.23, text: "站前路与中州路丁字路口" };
  const no = await opened("handler3", "lost-property", "report", {
    kind: "bag",
    item: "女式手提包",
    place,
    foundAt: china("2022-08-02T07:00"),
    keeperUnit: "jiefang-sanitation",
  });
  const desk = await stage.desk();
  await desk.logIn("keeper1");
  await desk.link("失物招领").click();
  await desk.seesHeading("失物招领");
  await desk.link(no).click();
  await desk.seesHeading(no);

  await desk.act("清点入库", async (form) => {
    await line(desk, 1, "手机", "1");
    await desk.press("添加一行");
    await line(desk, 2, "现金（元）", "360");
    await desk.press("添加一行");
    await desk.press("删除第 3 行");
    await desk.fill("存放地点", "保险柜", form);
    await desk.fill("核对问题", "手机壳是什么颜色？", form);
    await witness(desk, form, "甘棠");
    await desk.attach("参照物", await drawPhoto(stage.folder, "清点", 4));
  });
  await desk.sees("手机 × 1、现金（元） × 360");
  await desk.act("发布招领公告");
  await desk.act("登记认领", async (form) => {
    await desk.fill("姓名", "示例失主", form);
    await desk.fill("电话", "0391-0000000", form);
  });
  await desk.act("核对归还", async (form) => {
    await desk.fill("核对情况（问题与回答）", "红色，与清单相符", form);
    await witness(desk, form, "甘棠");
    await desk.attach("文件", await drawPhoto(stage.folder, "签收单", 1));
  });
  await desk.sees("已归还");
  expect((await stage.services.cases.load(no))?.state).toBe("returned");
  expect(stage.troubles()).toEqual([]);
  await desk.close();
}, 240_000);

test("the enterprises' board counts by outcome, and each figure opens its list", async () => {
  const raise = (problem: string, due: string) =>
    opened("enterprise1", "enterprise-help", "raise", {
      enterprise: "示例企业",
      problem,
      source: "visit",
      leadUnit: "municipal-office",
      due: china(due),
    });
  const early = await raise("门前道路坑洼", "2022-08-12T12:00");
  const late = await raise("井盖破损", "2022-08-04T12:00");
  await raise("路灯不亮", "2022-08-30T12:00");
  await stage.setTime("2022-08-08T10:00");
  for (const no of [early, late]) await acted(stage, "officer2", no, "solve", { way: "solved", result: "已修补" });
  const marks = { easier: 5, safer: 4, smoother: 4, rooted: 5 };
  await acted(stage, "enterprise1", early, "confirm", marks);

  const desk = await stage.desk();
  await desk.logIn("leader1");
  await desk.link("助企看板").click();
  await desk.seesHeading("助企看板");
  const card = (name: string) => desk.page.locator(".enterprise-card").filter({ hasText: name });
  const figure = async (name: string) => Number(await card(name).locator("strong").innerText());
  await desk.sees("提前解决");
  expect(await Promise.all(["合计", "提前解决", "按期解决", "超期解决", "未解决", "已合并"].map(figure))).toEqual([
    3, 1, 0, 1, 1, 0,
  ]);
  await desk.sees("1 家次，满分 5 分");
  await card("超期解决").click();
  await desk.seesHeading("助企纾困");
  await desk.sees("示例企业：井盖破损");
  expect(await desk.link(early).count()).toBe(0);
  expect(stage.troubles()).toEqual([]);
  await desk.close();
}, 240_000);
