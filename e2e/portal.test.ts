import { createReadStream } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readerOf } from "../packages/server/demo/index.ts";
import { drawPhoto } from "./photos.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage("2022-08-18T09:00");
}, 180_000);
afterAll(() => stage?.close(), 60_000);

const place = { lng: 113.247831, lat: 35.240428, text: "和平街与文化巷交叉口东30米路南" };
const hour = 3_600_000;
/** The smallest phone that people still use. */
const phone = { width: 360, height: 740 };

type Kind = "reference" | "check";

/** What somebody does on a case behind the screens. */
async function act(login: string, no: string, action: string, input: object, kind?: Kind): Promise<void> {
  const evidence = kind === undefined ? [] : [await stored(action, kind)];
  const answer = await stage.services.cases.act(readerOf(login), { no, action, input, evidence });
  if (!answer.ok) throw new Error(answer.refusal.message.en);
}

async function begin(login: string, procedure: string, action: string, input: object): Promise<string> {
  const answer = await stage.services.cases.open(readerOf(login), { procedure, action, input, evidence: [] });
  if (!answer.ok) throw new Error(answer.refusal.message.en);
  return answer.value.no;
}

async function stored(caption: string, kind: Kind) {
  const file = createReadStream(await drawPhoto(stage.folder, caption, 2));
  const answer = await stage.services.evidence.store(file, { reader: readerOf("keeper1") });
  if (!answer.ok) throw new Error(answer.refusal.message.en);
  return { hash: answer.value.hash, kind };
}

test("a crew without an account opens its link, shows a photo and reports done", async () => {
  const now = stage.now();
  const no = await begin("works1", "works", "propose", { title: "和平街路面改造", work: "铣刨重铺", place });
  await act("works1", no, "plan", { contractor: "市政一公司", startAt: now, endAt: now + 300 * hour });

  const desk = await stage.desk();
  await desk.logIn("works1");
  await desk.page.goto(`/cases/${no}`);
  await desk.act("发施工队链接", async (form) => {
    await desk.fill("负责人", "王工", form);
    await desk.fill("有效小时数", "48", form);
  });
  await desk.sees("施工队链接");
  await desk.sees("有效至 2022-08-20 09:00");
  const message = await desk.page.getByLabel("短信内容").inputValue();
  const address = /https?:\S+/.exec(message)?.[0] ?? "";
  expect(message).toContain("和平街路面改造");
  expect(new URL(address).pathname).toMatch(/^\/portal\/t\/[\w-]+$/);

  const crew = await stage.desk(phone);
  await crew.page.goto(address);
  await crew.sees("您以“施工队”身份办理");
  await crew.sees("铣刨重铺");
  await crew.sees("链接有效至 2022-08-20 09:00");
  await crew.press("报完工");
  await crew.press("报完工");
  await crew.sees("还需 1 张处置后照片");
  const [picker] = await Promise.all([
    crew.page.waitForEvent("filechooser"),
    crew.page.getByText("拍处置后照片").click(),
  ]);
  await picker.setFiles(await drawPhoto(stage.folder, "完工", 3));
  await crew.fill("完工说明", "慢车道已重铺");
  await crew.press("报完工");
  await crew.sees("已报送：报完工");
  expect(await crew.page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);

  await desk.page.reload();
  await desk.sees("待验收");
  const story = await desk.page.locator(".case-col-when").innerText();
  expect(story).toContain("查看任务");
  expect(story).toContain("报完工");
  expect(story).toContain("施工队");

  // The supervisor accepts: with the case the link ends, and says so kindly.
  await act("supervisor1", no, "accept", {}, "check");
  crew.expected(404, /^\/api\/links\//);
  await crew.page.goto(address);
  await crew.sees("链接已失效");
  expect(stage.troubles()).toEqual([]);
}, 240_000);

test("a found bag stands on the public list, without what is in it", async () => {
  const now = stage.now();
  const no = await begin("handler1", "lost-property", "report", {
    kind: "bag",
    item: "女式手提包",
    place,
    foundAt: now - hour,
    keeperUnit: "jiefang-sanitation",
  });
  const contents = [
    { what: "苹果手机", count: 1, remark: "红色外壳" },
    { what: "现金（元）", count: 360 },
  ];
  const listed = { contents, storage: "环卫处保险柜", question: "手机壳是什么颜色？", witnesses: ["keeper2"] };
  await act("keeper1", no, "takeIn", listed, "reference");
  await act("keeper1", no, "announce", {});

  const anybody = await stage.desk(phone);
  await anybody.page.goto("/portal/");
  await anybody.page.getByRole("link", { name: /失物招领/ }).click();
  await anybody.sees("女式手提包");
  await anybody.sees(/认领请携带有效证件/);
  await anybody.sees("解放区环境卫生管理处");
  await anybody.page.getByLabel("名称、地点或编号").fill("手提包");
  await anybody.sees("女式手提包");
  const words = await anybody.text();
  for (const secret of ["苹果手机", "红色", "360", "保险柜", "颜色"]) expect(words).not.toContain(secret);
  expect(words).toContain(place.text);
  await anybody.page.getByLabel("名称、地点或编号").fill("保险柜");
  await anybody.sees("没有符合“保险柜”的信息。");
  expect(stage.troubles()).toEqual([]);
}, 120_000);
