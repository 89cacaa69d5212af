import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Desk } from "./desk.ts";
import { drawPhoto } from "./photos.ts";
import { metres, pickOnMap } from "./place.ts";
import { soon } from "./soon.ts";
import { openStage, type Stage } from "./stage.ts";

const crossing = { lng: 113.247831, lat: 35.240428 };
const placeText = "和平街与文化巷交叉口东30米路南";
const description = "商铺违规张贴广告";
const reporter = "苏晓禾";

describe("F1: a shop pastes advertisements on the wall, from Saturday's report to Monday's closing", () => {
  let stage: Stage;
  let no = "";
  /** A step failed: those after it have nothing to stand on, and need not wait to find that out. */
  let stuck = false;
  const photo = (caption: string, papers: number) => drawPhoto(stage.folder, caption, papers);

  beforeAll(async () => {
    stage = await openStage("2022-08-13T09:12");
  }, 180_000);
  afterAll(() => stage?.close(), 60_000);
  afterEach(({ task }) => {
    stuck ||= task.result?.state === "fail";
  });

  /** Somebody sits down at a clean desk at that time, logs in and opens the case from their queue. */
  async function takesUp(login: string, at: string): Promise<Desk> {
    if (stuck) throw new Error("A step before this one failed");
    await stage.setTime(at);
    const desk = await stage.desk();
    await desk.logIn(login);
    await desk.link(no).click();
    await desk.seesHeading(no);
    return desk;
  }
  /** The head of the case's page: its number and the stage it has come to. */
  const head = (desk: Desk) => desk.text("main header");

  test("Saturday 09:12: the collector reports it with three photos and a point on the map", async () => {
    const desk = await stage.desk();
    await desk.logIn("collector1");
    await desk.link("上报登记").click();
    await desk.seesHeading("上报登记");
    const point = await pickOnMap(desk.page, crossing);
    expect(metres(point, crossing)).toBeLessThan(10);
    await desk.sees("解放区");
    await desk.sees(/单元网格 410802\d{9}/u);
    await desk.page.getByPlaceholder("例如：民主南路").fill(placeText);
    await desk.fill("问题描述", description);
    // By the first letters of 非法小广告.
    await desk.choose("案件类别", "ffxgg", "非法小广告");
    await desk.attach("近景", await photo("近景", 4));
    await desk.attach("远景", await photo("远景", 3));
    await desk.attach("参照物", await photo("参照物", 2));
    await desk.press("上报");
    await desk.sees(/已登记，编号 410820220813\d{5}/u);
    no = /410820220813\d{5}/u.exec(await desk.text("main"))?.[0] ?? "";
    await desk.press("查看详情");
    await desk.seesHeading(no);
    await desk.sees(description);
    await desk.sees("尚未处置，没有处置后照片");
    await desk.close();
  }, 120_000);

  test("09:18: intake accepts it", async () => {
    const desk = await takesUp("intake1", "2022-08-13T09:18");
    await desk.sees(placeText);
    await desk.act("受理");
    await expect.poll(() => head(desk), soon).toContain("待立案");
    await desk.close();
  }, 120_000);

  test("09:25: the shift leader files it under a criterion of one working day", async () => {
    const desk = await takesUp("shift1", "2022-08-13T09:25");
    await desk.act("立案", async () => {
      const criterion = desk.page.getByRole("radio", { name: "公共处或设施上贴、喷、写小广告及涂画" });
      expect(await criterion.locator("xpath=ancestor::label").innerText()).toContain("1 个工作日");
      await criterion.check();
    });
    await expect.poll(() => head(desk), soon).toContain("待派遣");
    await desk.close();
  }, 120_000);

  test("09:31: dispatched to the district's brigade, it is due on Monday evening", async () => {
    const desk = await takesUp("dispatcher1", "2022-08-13T09:31");
    await desk.act("派遣", () => desk.choose("责任单位", "解放区城市管理局执法大队", "解放区城市管理局执法大队"));
    // One working day from a Saturday: Sunday does not count either.
    await desk.sees("到期 08-15 18:00");
    await desk.sees("解放区城市管理局执法大队");
    await expect.poll(() => head(desk), soon).toContain("待处置");
    await desk.close();
  }, 120_000);

  test("the shop gets a written notice that offers what the law offers", async () => {
    const desk = await takesUp("officer1", "2022-08-13T09:40");
    await desk.link("告知书").click();
    await desk.seesHeading("责令改正告知书");
    const notice = await desk.text("main");
    expect(notice).toContain("第三十三条");
    expect(notice).toContain("违法行为轻微并及时改正");
    expect(notice).toContain("初次违法且危害后果轻微并及时改正的，可以不予行政处罚");
    expect(notice).toContain(placeText);
    expect(notice).toContain("2022年8月15日 18时00分");
    expect(notice).not.toContain(reporter);
    await desk.close();
  }, 120_000);

  test("Monday 08:20: the brigade's officer puts a handler on it", async () => {
    const desk = await takesUp("officer1", "2022-08-15T08:20");
    await desk.act("指派处置人员", () => desk.choose("处置人员", "罗大同", "罗大同"));
    await expect.poll(() => head(desk), soon).toContain("处置中");
    await desk.close();
  }, 120_000);

  test("10:05: the handler, who never learns who reported it, cleans the wall", async () => {
    const desk = await takesUp("handler1", "2022-08-15T10:05");
    await desk.act("处置完成", async () => {
      await desk.fill("处置结果", "小广告已清除");
      await desk.attach("处置后", await photo("处置后", 0));
    });
    await desk.sees("信息采集员");
    expect(await desk.page.content()).not.toContain(reporter);
    await expect.poll(() => head(desk), soon).toContain("待派核查");
    await desk.close();
  }, 120_000);

  test("10:12: intake sends the reporter to check", async () => {
    const desk = await takesUp("intake2", "2022-08-15T10:12");
    await desk.act("派发核查", () => desk.choose("核查人", reporter, reporter));
    await expect.poll(() => head(desk), soon).toContain("待核查");
    await desk.close();
  }, 120_000);

  test("10:30: she checks it from the same view", async () => {
    const desk = await takesUp("collector1", "2022-08-15T10:30");
    await desk.act("核查通过", async () => desk.attach("核查", await photo("核查", 0)));
    await expect.poll(() => head(desk), soon).toContain("待结案");
    await desk.close();
  }, 120_000);

  test("10:41: the shift leader closes it, and the page tells the whole story", async () => {
    const desk = await takesUp("shift1", "2022-08-15T10:41");
    await desk.act("结案");
    await desk.page.reload();
    await expect.poll(() => head(desk), soon).toContain("已结案");
    const timeline = desk.page.getByRole("list").filter({ hasText: "指派处置人员" });
    await desk.press("最新在前");
    const told = await timeline.getByRole("listitem").locator("strong").allInnerTexts();
    expect(told).toEqual(["上报", "受理", "立案", "派遣", "指派处置人员", "处置完成", "派发核查", "核查通过", "结案"]);
    const story = await timeline.innerText();
    for (const words of [reporter, "郑守恒", "解放区城市管理局执法大队", "罗大同", "小广告已清除"])
      expect(story).toContain(words);
    await desk.sees("发现时");
    await desk.sees("处置与核查");
    for (const kind of ["近景", "处置后"]) {
      const picture = desk.page.getByRole("img", { name: new RegExp(`^${kind}照片，2022-08-1`, "u") }).first();
      await picture.waitFor();
      // A picture that could not be shown has no size of its own.
      expect(await picture.evaluate((one) => "naturalWidth" in one && Number(one.naturalWidth))).toBeGreaterThan(0);
    }
    await desk.sees("按期");
    await desk.close();
  }, 120_000);

  test("and on no screen did anything go wrong", () => {
    expect(stage.troubles()).toEqual([]);
  });
});
