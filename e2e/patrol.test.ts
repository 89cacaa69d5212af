import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from "vitest";
import { words, type Desk } from "./desk.ts";
import { openPhone, type Phone } from "./phone.ts";
import { soon } from "./soon.ts";
import { openStage, type Stage } from "./stage.ts";

/** Jiefang, where collector1 walks; a step is some fifty metres. */
const start = { longitude: 113.2478, latitude: 35.2404 };
const text = "我在解放路，已报警";

describe("people in the street, and the centre that watches over them", () => {
  let stage: Stage;
  let phone: Phone;
  let centre: Desk;

  beforeAll(async () => {
    stage = await openStage("2022-08-13T09:00");
    phone = await openPhone(stage, "patrol", start);
    await phone.logIn("collector1");
    await phone.ready();
  }, 180_000);
  beforeEach(() => onTestFailed(({ task }) => phone.picture(task.name)));
  afterAll(async () => {
    await phone?.close();
    await stage?.close();
  }, 60_000);

  const marks = async (kind: string): Promise<number> =>
    (await phone.onDisk("trail")).split(`"kind":"${kind}"`).length - 1;
  async function walk(steps: readonly number[]): Promise<void> {
    for (const step of steps) {
      const before = await marks("step");
      await phone.setTime(`2022-08-13T09:${String(step).padStart(2, "0")}`);
      await phone
        .page()
        .context()
        .setGeolocation({ ...start, longitude: start.longitude + step * 0.0006, accuracy: 9 });
      await expect.poll(() => marks("step"), soon).toBeGreaterThan(before);
    }
  }

  test("a shift begun and walked without a network outlives a killed browser, and then stands on the centre's map", async () => {
    centre = await stage.desk();
    await centre.logIn("shift1");
    await centre.page.goto("/patrol");
    await centre.sees("现在没有人在岗");
    const patrol = phone.page().getByRole("link", { name: "巡查" });
    await patrol.click();
    await phone.page().getByText("未到岗").waitFor();
    phone.line.cut();
    await phone.page().getByRole("button", { name: "到岗", exact: true }).click();
    await phone.page().getByText("没有网络，到岗时间已记下").waitFor();
    await walk([1, 2, 3]);
    await phone.kill();
    await phone.start("/field/patrol");
    await phone.page().getByRole("heading", { name: "在岗", exact: true }).waitFor();
    await walk([4, 5]);
    await stage.setTime("2022-08-13T09:06");
    phone.line.mend();

    // Nobody reloads anything at the centre.
    await centre.sees("1 人在岗");
    const row = centre.page.getByRole("button", { name: "苏晓禾" });
    await row.getByText(/09:0\d 位置/u).waitFor();
    await row.click();
    const card = centre.page.getByRole("region", { name: "苏晓禾" });
    await card.getByText(/公里，[56] 个点/u).waitFor();
    await centre.page.getByRole("tab", { name: "覆盖" }).click();
    await centre.page
      .getByRole("row", { name: /解放区/u })
      .getByText(/[1-9]\d* \/ \d+/u)
      .waitFor();
    await expect.poll(() => phone.page().getByText("正在告诉中心").count(), soon).toBe(0);
  }, 180_000);

  test("an alarm that is held reaches the centre on whatever page it is, and its answer the phone", async () => {
    await centre.page.goto("/queue");
    const press = phone.page().getByRole("button", { name: "按住 1.5 秒报警" });
    // Brushed it raises nothing.
    await press.click();
    expect(await phone.onDisk("settings")).not.toContain("received");
    // Held where there is no network it says so, and goes on by itself.
    phone.line.cut();
    await press.hover();
    await phone.page().mouse.down();
    await phone.page().getByText("报警还没有送到中心！").waitFor();
    await phone.page().mouse.up();
    phone.line.mend();
    await phone.page().getByText("中心已收到报警").waitFor();
    const banner = centre.page.getByRole("alert", { name: "未应答的报警" });
    await banner.getByText("苏晓禾 报警").waitFor();
    await banner.getByRole("button", { name: words("应答") }).click();
    const dialog = centre.dialog("应答 苏晓禾 的报警");
    await dialog.getByLabel("对报警人说").fill(text);
    await dialog.getByRole("button", { name: words("应答") }).click();
    await banner.waitFor({ state: "detached" });
    await phone.page().getByText(text).first().waitFor();
    await phone
      .page()
      .getByText(/郑守恒 \d\d:\d\d:\d\d 已应答/u)
      .waitFor();
    await centre.page.goto("/patrol?tab=alarms");
    await centre.sees(/郑守恒 2022-08-13 \d\d:\d\d 应答/u);
  }, 120_000);

  test("a word of the centre stands on the phone", async () => {
    await centre.page.goto("/patrol?tab=words");
    await centre.press("发通知");
    const dialog = centre.dialog("发通知");
    await dialog.getByLabel("内容").fill("今天重点巡查共享单车");
    await dialog.getByRole("button", { name: words("发出") }).click();
    await centre.sees("今天重点巡查共享单车");
    await phone.page().reload();
    const word = phone.page().getByRole("region", { name: "今日通知" }).getByText("今天重点巡查共享单车");
    await expect.poll(() => word.count(), soon).toBe(1);
  }, 120_000);

  test("a push is shown with the way to its task, in the person's language", async () => {
    const page = phone.page();
    await page.context().grantPermissions(["notifications", "geolocation"], { origin: phone.line.url });
    const devtools = await page.context().newCDPSession(page);
    const registration = new Promise<string>((resolve) =>
      devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
        const ours = registrations.find(({ scopeURL }) => scopeURL === `${phone.line.url}/field/`);
        if (ours) resolve(ours.registrationId);
      }),
    );
    await devtools.send("ServiceWorker.enable");
    const message = {
      kind: "task",
      tag: "case-1",
      title: { zh: "新任务", en: "New task" },
      body: { zh: "待核查 41080222081300001", en: "To be checked 41080222081300001" },
      caseNo: "41080222081300001",
      at: "2022-08-13T01:00:00.000Z",
    };
    const delivery = { origin: phone.line.url, registrationId: await registration, data: JSON.stringify(message) };
    // A message meets no worker where the browser is just starting it. A push service sends again, and so do we: one tag,
    // one notification.
    const shown = async () => {
      await devtools.send("ServiceWorker.deliverPushMessage", delivery);
      return page.evaluate(async () => {
        const ready = await navigator.serviceWorker.ready;
        return (await ready.getNotifications()).map(({ title, body, data }) => ({ title, body, data: String(data) }));
      });
    };
    await expect
      .poll(shown, soon)
      .toEqual([{ title: "新任务", body: "待核查 41080222081300001", data: "/tasks/41080222081300001" }]);
    await devtools.detach();
  }, 120_000);

  test("help given is told by two taps, in a cellar too", async () => {
    const page = phone.page();
    phone.line.cut();
    await page.getByRole("button", { name: "摔倒受伤" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "已联系家属" }).click();
    await page.getByRole("dialog", { name: "已存好" }).getByRole("button", { name: "好", exact: true }).click();
    phone.line.mend();
    await page.getByRole("link", { name: "我的" }).click();
    await page.getByText("记一次帮扶").waitFor();
    await page.getByText("已发出", { exact: true }).waitFor();
    const sent = await phone.onDisk("entries");
    for (const part of [`"kind":"fall"`, `"called":"family"`, `"state":"sent"`, `"place":{"lng":113.2`])
      expect(sent).toContain(part);
    await page.getByRole("link", { name: "巡查" }).click();
  }, 120_000);

  test("a shift that ends leaves the centre's map", async () => {
    await centre.page.goto("/patrol");
    await centre.sees("1 人在岗");
    await phone.page().getByRole("button", { name: "离岗", exact: true }).click();
    await phone
      .page()
      .getByRole("dialog", { name: "离岗？" })
      .getByRole("button", { name: "离岗", exact: true })
      .click();
    await centre.sees("现在没有人在岗");
    expect(await phone.page().getByText("未到岗").count()).toBe(1);
  }, 120_000);

  test("a department's officer sees nothing of it", async () => {
    const officer = await stage.desk();
    await officer.logIn("officer1");
    expect(await officer.page.getByRole("link", { name: "外勤巡查" }).count()).toBe(0);
    await officer.page.goto("/patrol");
    await officer.sees("仅限监督指挥中心的值班长、派遣员和领导。");
    await officer.close();
  }, 120_000);

  test("and on no screen did anything go wrong", () => {
    expect([...phone.troubles(), ...stage.troubles()]).toEqual([]);
  });
});
