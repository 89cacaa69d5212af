/// <reference lib="dom" />
import type { Locator } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoCity } from "../packages/server/demo/index.ts";
import { lamp, putComponents } from "../packages/server/testing/components.ts";
import { reported } from "./arrange.ts";
import type { Desk } from "./desk.ts";
import { soon } from "./soon.ts";
import { openStage, type Stage } from "./stage.ts";

/** Where the cases of this test lie: the demo's crossing, and a street away. */
const crossing = { lng: 113.247831, lat: 35.240428 };
const away = { lng: 113.2632, lat: 35.2378 };

let stage: Stage;
const cases: string[] = [];
const outside: string[] = [];

beforeAll(async () => {
  stage = await openStage("2022-08-15T09:00");
  cases.push(await reported(stage, "门头张贴广告", crossing), await reported(stage, "路面破损", away));
}, 180_000);
afterAll(() => stage?.close(), 60_000);

/** The map as a shift leader sees it, looking there; every request to another host is noted and refused. */
async function lookAt(zoom: number, { lng, lat }: typeof crossing, listens = false): Promise<Desk> {
  const desk = await stage.desk();
  if (listens) await desk.page.addInitScript(noteLetters);
  await desk.page.route(
    (url) => url.host !== new URL(stage.url).host,
    (route) => {
      outside.push(route.request().url());
      return route.abort();
    },
  );
  await desk.logIn("shift1");
  await desk.page.goto(`/map?at=${zoom},${lng},${lat}`);
  await ready(desk);
  return desk;
}

/** Runs in the page: notes which letters its canvases are asked to draw, those on no screen included. */
function noteLetters(): void {
  Reflect.set(globalThis, "written", "");
  for (const { prototype } of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D]) {
    const draw = Reflect.get(prototype, "fillText");
    Reflect.set(prototype, "fillText", function note(this: unknown, ...sent: unknown[]) {
      Reflect.set(globalThis, "written", `${Reflect.get(globalThis, "written")}${String(sent[0])}`);
      Reflect.apply(draw, this, sent);
    });
  }
}

async function picture(of: Locator): Promise<Buffer> {
  return sharp(await of.screenshot())
    .greyscale()
    .raw()
    .toBuffer();
}

/** How many pixels are clearly not the same. */
const differing = (one: Buffer, other: Buffer): number =>
  one.reduce((sum, shade, at) => sum + (Math.abs(shade - (other[at] ?? shade)) > 60 ? 1 : 0), 0);

const ready = (desk: Desk) => desk.page.locator('.map-page[data-ready="true"]').waitFor();

/** The middle of the map on the screen. */
async function middle(desk: Desk): Promise<{ x: number; y: number }> {
  const box = await desk.page.locator(".map-canvas canvas").boundingBox();
  if (!box) throw new Error("The map is not on the page");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test("the map draws a case where it was reported, and a click opens it", async () => {
  const desk = await lookAt(16.5, crossing);
  const { x, y } = await middle(desk);
  await desk.page.mouse.click(x, y);
  const card = desk.page.getByRole("region", { name: `案件 ${cases[0]}` });
  await card.getByText("门头张贴广告").waitFor();
  await card.getByText("待受理").waitFor();
  await card.getByRole("link", { name: "打开案件" }).click();
  await desk.page.waitForURL((url) => url.pathname === `/cases/${cases[0]}`);
  expect(outside).toEqual([]);
  await desk.close();
}, 180_000);

test("whoever reports picks a component with a click where it stands", async () => {
  const post = lamp(23, crossing);
  await putComponents(stage.db, demoCity, [post]);
  const desk = await stage.desk();
  await desk.logIn("intake1");
  await desk.page.goto("/register?procedure=city-case&action=report");
  await desk.page.getByPlaceholder("例如：民主南路").fill("和平街与文化巷交叉口东30米路南");
  const found = desk.page.getByRole("region", { name: "按描述找到的位置，点击采用：" });
  await found.getByRole("button").first().click();
  await desk.press("在地图上选部件");
  const map = desk.page.getByRole("region", { name: "在地图上选部件" });
  await desk.page.locator('.case-component-map[data-ready="true"]').waitFor();
  // It can be clicked once its tile is there.
  const chosen = async () => {
    await map.locator("canvas").click();
    return desk.page.locator(".case-item-component .ant-select").innerText();
  };
  await expect.poll(chosen, soon).toContain(post.code);
  await desk.close();
}, 180_000);

test("a Chinese road name and digits are drawn, with every other host out of reach", async () => {
  const desk = await lookAt(17, { lng: 113.2475, lat: 35.2405 }, true);
  const written = () => desk.page.evaluate(() => String(Reflect.get(globalThis, "written")));
  const missing = async () => {
    const letters = await written();
    return Array.from("和平街文化巷").filter((one) => !letters.includes(one));
  };
  await expect.poll(missing, soon).toEqual([]);
  await expect.poll(async () => /\d/.test(await written()), soon).toBe(true);
  expect(outside).toEqual([]);

  // Without the names the same streets look different: what was drawn stood on the map.
  const stage = desk.page.locator(".map-stage");
  const named = await picture(stage);
  await desk.page.getByRole("checkbox", { name: "地名路名" }).uncheck();
  await expect.poll(async () => differing(named, await picture(stage)), soon).toBeGreaterThan(300);
  await desk.close();
}, 180_000);

test("a box drawn about a case lists it, and one drawn beside it says that there is none", async () => {
  const desk = await lookAt(15, crossing);
  const draw = async (left: number, right: number) => {
    await desk.page.getByRole("button", { name: "框选" }).click();
    const { x, y } = await middle(desk);
    await desk.page.mouse.click(x + left, y - 60);
    await desk.page.mouse.click(x + right, y + 60);
  };
  await draw(-60, 60);
  const rows = desk.page.getByRole("row").filter({ has: desk.page.getByRole("link") });
  await expect.poll(() => rows.count(), soon).toBe(1);
  expect(await rows.first().getByRole("link").first().innerText()).toBe(cases[0]);
  await draw(100, 160);
  await desk.page.getByText("图形内没有符合条件的案件").waitFor();
  await desk.close();
}, 180_000);

test("a polygon drawn around one of two cases lists that one, and the list goes on as a link", async () => {
  const desk = await lookAt(15, crossing);
  await desk.page.getByRole("button", { name: "多边形选择" }).click();
  const { x, y } = await middle(desk);
  for (const [right, down] of [
    [-60, -60],
    [60, -60],
    [60, 60],
    [-60, 60],
  ] as const)
    await desk.page.mouse.click(x + right, y + down);
  await desk.page.keyboard.press("Enter");
  await desk.page.getByText("图形内的案件").waitFor();
  const rows = desk.page.getByRole("row").filter({ has: desk.page.getByRole("link") });
  await expect.poll(() => rows.count(), soon).toBe(1);
  expect(await rows.first().getByRole("link").first().innerText()).toBe(cases[0]);
  await desk.page.getByRole("link", { name: "在全部案件中打开" }).click();
  await desk.page.waitForURL((url) => url.pathname === "/cases" && url.searchParams.has("polygon"));
  await expect.poll(() => rows.count(), soon).toBe(1);
  expect(stage.troubles()).toEqual([]);
  await desk.close();
}, 180_000);

test("a new case appears by itself", async () => {
  const corner = { lng: away.lng + 0.004, lat: away.lat };
  const desk = await lookAt(17, corner);
  const empty = desk.page.getByText("当前视野内没有符合条件的案件");
  await empty.waitFor();
  const third = await reported(stage, "井盖松动", corner);
  await empty.waitFor({ state: "detached" });
  const { x, y } = await middle(desk);
  await desk.page.mouse.click(x, y);
  const card = desk.page.getByRole("region", { name: `案件 ${third}` });
  await expect.poll(() => card.isVisible(), soon).toBe(true);
  await desk.close();
}, 180_000);

test("a place said in the search box leads to the map there", async () => {
  const desk = await stage.desk();
  await desk.logIn("shift1");
  await desk.page.getByRole("searchbox", { name: "搜索案件" }).fill("和平街与文化巷交叉口东30米路南");
  await desk.page.getByRole("region", { name: "按描述找到的位置" }).getByRole("button").first().click();
  await ready(desk);
  await desk.page.waitForURL((url) => url.pathname === "/map" && url.searchParams.has("at"));
  const { x, y } = await middle(desk);
  await desk.page.mouse.click(x, y);
  const card = desk.page.getByRole("region", { name: `案件 ${cases[0]}` });
  await expect.poll(() => card.isVisible(), soon).toBe(true);
  await desk.close();
}, 180_000);
