import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acted, reported } from "./arrange.ts";
import { words, type Desk } from "./desk.ts";
import { soon } from "./soon.ts";
import { openStage, type Stage } from "./stage.ts";

describe("the console at work", () => {
  let stage: Stage;
  const cases: string[] = [];
  const desks = new Map<string, Promise<Desk>>();

  beforeAll(async () => {
    stage = await openStage("2022-08-15T09:00");
    for (const what of ["门头张贴广告", "电线杆小广告", "站牌被涂画", "围墙喷字", "卷帘门贴纸", "变电箱贴纸"])
      cases.push(await reported(stage, what));
  }, 180_000);
  afterAll(() => stage?.close(), 60_000);

  /** Somebody's desk, logged in once for all tests here, and brought to this page. */
  async function at(login: string, path: string): Promise<Desk> {
    const opening =
      desks.get(login) ??
      stage.desk().then(async (desk) => {
        await desk.logIn(login);
        return desk;
      });
    desks.set(login, opening);
    const desk = await opening;
    await desk.page.goto(path);
    return desk;
  }
  const rows = (desk: Desk) => desk.page.getByRole("row").filter({ has: desk.page.getByRole("link") });
  const numbers = (desk: Desk) => rows(desk).getByRole("link").allInnerTexts();
  const sorted = async (desk: Desk) => (await numbers(desk)).toSorted((one, other) => one.localeCompare(other));
  const query = (desk: Desk) => new URL(desk.page.url()).searchParams;
  const waitForQuery = (desk: Desk, name: string, value: string | null) =>
    desk.page.waitForURL((url) => url.searchParams.get(name) === value);

  test("a wrong password is told kindly; a demo account fills itself in", async () => {
    const desk = await stage.desk();
    desk.expected(401, /^\/api\/session$/u);
    await desk.page.goto("/login");
    await desk.enter("intake1", "not-my-password");
    await desk.page.getByRole("alert").getByText("账号或密码不正确").waitFor();
    await desk.page.getByRole("button", { name: "林知夏，填入账号 intake1" }).click();
    await expect.poll(() => desk.page.getByLabel("账号", { exact: true }).inputValue(), soon).toBe("intake1");
    await desk.press("登录");
    await desk.seesHeading("我的待办");
    await desk.close();
  }, 120_000);

  test("each figure above the queue leads to its rows, and lets them go when pressed again", async () => {
    const desk = await at("intake1", "/queue");
    const figures = desk.page.getByRole("navigation", { name: "按时限和环节统计" });
    const figure = (label: string) => figures.getByRole("link", { name: label });
    await figure("待受理").getByText("6", { exact: true }).waitFor();
    await figure("待受理").click();
    await waitForQuery(desk, "state", "reported");
    await expect.poll(() => figure("待受理").getAttribute("aria-current"), soon).toBe("true");
    await expect.poll(() => rows(desk).count(), soon).toBe(6);
    for (const [label, colour] of [
      ["已超时", "red"],
      ["将到期", "yellow"],
      ["时限内", "green"],
    ] as const) {
      const count = Number(/\d+/u.exec(await figure(label).innerText())?.[0]);
      await figure(label).click();
      await waitForQuery(desk, "colour", colour);
      await expect.poll(() => rows(desk).count(), soon).toBe(count);
      await desk.page.reload();
      await expect.poll(() => rows(desk).count(), soon).toBe(count);
    }
    await figure("时限内").click();
    await waitForQuery(desk, "colour", null);
    await figure("全部待办").getByText("6", { exact: true }).waitFor();
  }, 120_000);

  test("the list is walked, marked and opened by keys alone", async () => {
    const desk = await at("intake1", "/queue");
    const { keyboard } = desk.page;
    await rows(desk).first().waitFor();
    const listed = await numbers(desk);
    const current = () => desk.page.locator('tr[aria-current="true"]').getByRole("link").innerText({ timeout: 10_000 });
    for (const [key, at] of [
      ["j", 0],
      ["j", 1],
      ["j", 2],
      ["k", 1],
      ["ArrowDown", 2],
    ] as const) {
      await keyboard.press(key);
      await expect.poll(current, soon).toBe(listed[at]);
    }
    await keyboard.press("x");
    await desk.sees("已选 1 件");
    await keyboard.press("?");
    await desk.dialog("键盘操作").waitFor();
    await keyboard.press("Escape");
    await desk.dialog("键盘操作").waitFor({ state: "hidden" });
    // The closed dialog gives the keys back.
    await expect.poll(() => desk.page.locator("body").evaluate(isFocused), soon).toBe(true);
    await keyboard.press("Escape");
    await desk.page.getByText("已选 1 件").waitFor({ state: "detached" });
    await keyboard.press("/");
    await expect
      .poll(() => desk.page.getByRole("searchbox", { name: "搜索案件" }).evaluate(isFocused), soon)
      .toBe(true);
    await keyboard.type("卷帘门");
    await keyboard.press("Enter");
    await waitForQuery(desk, "text", "卷帘门");
    await expect.poll(() => numbers(desk), soon).toEqual([cases[4]]);
    await keyboard.press("j");
    await expect.poll(current, soon).toBe(cases[4]);
    await keyboard.press("Enter");
    await desk.seesHeading(cases[4] ?? "");
    await desk.page.goBack();
    await desk.seesHeading("全部案件");
    await keyboard.press("/");
    await keyboard.type(cases[2] ?? "");
    await keyboard.press("Enter");
    await desk.seesHeading(cases[2] ?? "");
  }, 120_000);

  test("filters stand in the address and outlive a reload", async () => {
    const desk = await at("intake1", "/cases");
    await expect.poll(() => rows(desk).count(), soon).toBe(6);
    await desk.choose("案件类别", "ffxgg", "非法小广告");
    await waitForQuery(desk, "type", "07001");
    await desk.page.getByRole("radiogroup", { name: "办理状态" }).getByText("在办").click();
    await waitForQuery(desk, "open", "true");
    await desk.page.getByRole("textbox", { name: "案号、描述、位置" }).fill("贴纸");
    await desk.page.keyboard.press("Enter");
    await waitForQuery(desk, "text", "贴纸");
    await desk.choose("排序", "", "最早上报在前");
    await waitForQuery(desk, "sort", "openedFirst");
    const address = desk.page.url();
    for (const look of ["as it was set", "after a reload"]) {
      await expect.poll(() => numbers(desk), { ...soon, message: look }).toEqual([cases[4], cases[5]]);
      await desk.page.locator("search").getByText("非法小广告").first().waitFor();
      expect(await desk.page.getByRole("textbox", { name: "案号、描述、位置" }).inputValue()).toBe("贴纸");
      await desk.page.reload();
    }
    expect(desk.page.url()).toBe(address);
    await desk.press("清除条件");
    await expect.poll(() => rows(desk).count(), soon).toBe(6);
    expect(query(desk).get("sort")).toBe("openedFirst");
  }, 120_000);

  test("three at once, one of which somebody else has just refused: each has its own result", async () => {
    const desk = await at("intake1", "/queue");
    const chosen = cases.slice(0, 3);
    for (const no of chosen) await desk.page.getByRole("checkbox", { name: `选择案件 ${no}` }).check();
    await desk.sees("已选 3 件");
    await desk.press("批量办理");
    await desk.page.getByRole("menuitem", { name: "受理", exact: true }).click();
    const form = desk.dialog("受理：3 件案件");
    await form.waitFor();
    await acted(stage, "intake2", chosen[1] ?? "", "refuse", { reason: "不属于城市管理范围" });
    await desk.choose("案件类别", "ffxgg", "非法小广告", form);
    await desk.button("受理", form).click();
    const results = desk.dialog("批量办理结果");
    await results.getByText("已办理 2 件").waitFor();
    await results.getByText("1 件没有办成").waitFor();
    const line = (no = "") => results.getByRole("row").filter({ hasText: no }).innerText();
    expect(await line(chosen[1])).toContain("未办成");
    for (const no of [chosen[0], chosen[2]]) expect(await line(no)).toContain("现为“待立案”");
    await desk.button("关闭", results).last().click();
    await expect.poll(() => rows(desk).count(), soon).toBe(3);
  }, 120_000);

  test("a filter that is shared in the unit is there for a colleague", async () => {
    const desk = await at("intake1", "/cases?state=accepted&type=07001");
    await desk.press("常用筛选");
    await desk.press("保存当前条件");
    const dialog = desk.dialog("保存当前条件");
    await desk.fill("名称", "等立案的小广告", dialog);
    await desk.choose("共享给", "", "监督中心", dialog);
    await dialog.getByRole("button", { name: words("确定") }).click();
    await desk.sees("已保存“等立案的小广告”");

    const colleague = await at("intake2", "/cases");
    await colleague.press("常用筛选");
    await colleague.page.getByRole("button", { name: "等立案的小广告 监督中心共享" }).click();
    await waitForQuery(colleague, "state", "accepted");
    expect(query(colleague).get("type")).toBe("07001");
    await expect.poll(() => sorted(colleague), soon).toEqual([cases[0], cases[2]]);
  }, 120_000);

  test("the list is saved as CSV as it is filtered and with its columns", async () => {
    const desk = await at("intake1", "/cases?state=accepted&sort=openedFirst");
    await rows(desk).first().waitFor();
    await desk.press("导出");
    const [download] = await Promise.all([
      desk.page.waitForEvent("download"),
      desk.page.getByRole("link", { name: "导出 CSV（当前条件与列）" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/u);
    const file = await readFile(await download.path(), "utf8");
    expect(file.startsWith("\uFEFF")).toBe(true);
    const [header = "", ...lines] = file.trim().split("\r\n");
    expect(header).toContain("问题描述");
    expect(lines).toHaveLength(2);
    // However the list stands ordered, a file has the newest first.
    expect(lines[0]).toContain("站牌被涂画");
    expect(lines[1]).toContain("门头张贴广告");
  }, 120_000);

  test("the second of two who act on one case is told so, and keeps what they wrote", async () => {
    const no = cases[3] ?? "";
    const [first, second] = await Promise.all([at("intake1", `/cases/${no}`), at("intake2", `/cases/${no}`)]);
    second.expected(409, /^\/api\/cases\/\d+\/actions\/refuse$/u);
    const refusal = await second.open("不予受理");
    await second.fill("理由", "属于小区物业管理", refusal);
    await first.act("受理");
    await second.button("不予受理", refusal).click();
    await second.page
      .getByRole("dialog", { name: "确认不予受理？" })
      .getByRole("button", { name: "确认不予受理" })
      .click();
    await second.sees("别人刚刚办理了此案");
    expect(await refusal.getByLabel("理由", { exact: true }).inputValue()).toBe("属于小区物业管理");
    await first.sees("待立案");
  }, 120_000);

  test("a case that does not exist says so, and so does a page", async () => {
    const desk = await at("intake1", "/cases/41082022081599999");
    desk.expected(404, /^\/api\/cases\/41082022081599999$/u);
    await desk.sees("没有这个案件或无权查看");
    await desk.press("回到我的案件");
    await desk.seesHeading("我的待办");
    await desk.page.goto("/nowhere");
    await expect.poll(() => desk.text("main"), soon).toContain("没有这一页");
  }, 120_000);

  test("the administrator makes an account with a post, and its owner goes to work", async () => {
    const desk = await at("admin1", "/people");
    await desk.press("新建人员");
    const dialog = desk.dialog("新建人员");
    await desk.fill("账号", "intake9", dialog);
    await desk.fill("姓名", "钟晚晴", dialog);
    await desk.fill("英文姓名", "Zhong Wanqing", dialog);
    await desk.fill("初始密码", "jade-rain-2022", dialog);
    await dialog.getByRole("button", { name: words("确定") }).click();
    await desk.sees("人员已保存");
    await desk.page.getByRole("textbox", { name: "姓名、账号" }).fill("intake9");
    const row = desk.page.getByRole("row").filter({ hasText: "钟晚晴" });
    await row.getByRole("button", { name: words("岗位") }).click();
    const drawer = desk.dialog("钟晚晴的岗位");
    await desk.button("授予岗位", drawer).click();
    const grant = desk.page.getByRole("dialog", { name: "授予岗位 · 钟晚晴" });
    await grant.waitFor();
    await desk.choose("岗位", "受理", "受理员", grant);
    await desk.choose("机构", "监督中心", "监督中心", grant);
    await grant.getByRole("button", { name: words("确定") }).click();
    await desk.sees("岗位已授予");
    await drawer.getByText("受理员").first().waitFor();

    const newcomer = await stage.desk();
    await newcomer.logIn("intake9", "jade-rain-2022");
    await newcomer.page.getByRole("button", { name: "钟晚晴" }).waitFor();
    await expect.poll(() => sorted(newcomer), soon).toEqual(cases.slice(4));
  }, 120_000);

  test("the administrator gives a place another name: it is found by that at once, and no longer when taken back", async () => {
    const other = "老北菜场";
    const desk = await at("admin1", "/places");
    await desk.press("新建修正");
    const dialog = desk.dialog("新建修正");
    await desk.fill("现在的名称", "便民市场", dialog);
    await dialog.getByText(/^现在认得：.*便民市场/u).waitFor();
    await desk.fill("别名", other, dialog);
    await desk.fill("原因", "居民都这么叫", dialog);
    await dialog.getByRole("button", { name: words("确定") }).click();
    await desk.sees("修正已起作用");
    const row = desk.page.getByRole("row").filter({ hasText: `便民市场，又叫${other}` });
    await row.getByText("已起作用").waitFor();

    const intake = await at("intake1", "/register");
    const place = intake.page.getByPlaceholder("例如：民主南路与人民路交叉口东 50 米路北");
    await place.fill(`${other}门口`);
    await intake.page.getByRole("region", { name: "按描述找到的位置，点击采用：" }).getByText(other).first().waitFor();

    await at("admin1", "/places");
    await row.getByRole("button", { name: words("撤销") }).click();
    await desk.page
      .getByRole("tooltip")
      .getByRole("button", { name: words("确定") })
      .click();
    await expect.poll(() => row.innerText(), soon).toContain("已撤销");
    await at("intake1", "/register");
    await place.fill(`${other}门口`);
    await intake.sees("按描述没有找到位置，请在地图上选点");
  }, 180_000);

  test("and on no screen did anything go wrong", () => {
    expect(stage.troubles()).toEqual([]);
  });
});

const isFocused = (element: Element): boolean => element === element.ownerDocument.activeElement;
