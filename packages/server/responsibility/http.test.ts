import { expect, test } from "vitest";
import { lamp, middle, putComponents } from "../testing/components.ts";
import { demoCity } from "../demo/index.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { demoApp, photoOf, type DemoApp } from "../testing/demo-app.ts";

const now = Date.parse("2026-03-02T09:00:00+08:00");

/** A case that waits for the dispatcher. */
async function filed(city: DemoApp, input: object, criterion: string): Promise<string> {
  const collector = await city.as("collector1");
  const near = await collector.upload(await photoOf(7));
  const { body } = await collector.post("/api/cases", {
    procedure: "city-case",
    action: "report",
    input: { place: { ...middle, text: "和平街" }, description: "路灯不亮", ...input },
    evidence: [{ hash: near.body.hash, kind: "near" }],
  });
  const type = criterion.slice(0, 5);
  await (await city.as("intake1")).post(`/api/cases/${body.no}/actions/accept`, { input: { type } });
  await (await city.as("shift1")).post(`/api/cases/${body.no}/actions/file`, { input: { type, criterion } });
  return body.no;
}

forEachDatabase("responsibility over HTTP", (open) => {
  async function cityOf(): Promise<DemoApp> {
    const city = await demoApp(await open(), now);
    const admin = await city.as("admin1");
    for (const { id } of (await admin.get("/api/responsibility")).body.rules)
      await admin.ask({ method: "DELETE", url: `/api/responsibility/rules/${id}` });
    return city;
  }

  test("the tester and the dispatch form never disagree, whatever the rules", async () => {
    const city = await cityOf();
    await putComponents(await open(), demoCity, [lamp(1, { owner_code: "QS1" })]);
    const admin = await city.as("admin1");
    const dispatcher = await city.as("dispatcher1");
    const { code } = lamp(1);
    const cases = [
      { no: await filed(city, { component: code }, "01037-1"), query: `component=${code}` },
      { no: await filed(city, { type: "01037" }, "01037-1"), query: `type=01037&lng=${middle.lng}&lat=${middle.lat}` },
      { no: await filed(city, { type: "06010" }, "06010-1"), query: `type=06010&lng=${middle.lng}&lat=${middle.lat}` },
    ];
    const proposals: string[][] = [];
    const compare = async () => {
      const units = [];
      for (const { no, query } of cases) {
        const { actions } = (await dispatcher.get(`/api/cases/${no}`)).body;
        const form = actions.find((one: { action: string }) => one.action === "dispatch");
        const { unit } = (await dispatcher.get(`/api/responsibility/test?${query}`)).body;
        expect(form.initial.department).toBe(unit.id);
        units.push(unit.id);
      }
      proposals.push(units);
    };
    await compare();
    for (const rule of [
      { area: "410802", unit: "jiefang-bureau" },
      { type: "01", unit: "municipal-office" },
      { type: "01037", area: "410802005", unit: "jiefang-jiaonan" },
      { owner: "QS1", unit: "power-company" },
    ]) {
      expect((await admin.post("/api/responsibility/rules", rule)).status).toBe(201);
      await compare();
    }
    expect(proposals).toEqual([
      ["lighting-office", "lighting-office", "jiefang-sanitation"],
      ["jiefang-bureau", "jiefang-bureau", "jiefang-bureau"],
      ["municipal-office", "municipal-office", "jiefang-bureau"],
      ["jiefang-jiaonan", "jiefang-jiaonan", "jiefang-bureau"],
      ["power-company", "jiefang-jiaonan", "jiefang-bureau"],
    ]);
    const { chain } = (await dispatcher.get(`/api/responsibility/test?component=${code}`)).body;
    expect(chain).toMatchObject([{ stage: "owner", decides: true, unit: { id: "power-company" } }]);
    expect(chain[0].words.zh).toBe("部件权属：权属单位 QS1，任何类别，全市 → 市供电公司");
  });

  test("two rules about the same on the same days are refused, and both are named", async () => {
    const city = await cityOf();
    const admin = await city.as("admin1");
    const url = "/api/responsibility/rules";
    const first = await admin.post(url, {
      type: "01037",
      area: "410802",
      unit: "lighting-office",
      validTo: "2026-12-31",
    });
    expect(first.body).toMatchObject({
      inForce: true,
      type: { name: { zh: "路灯异常" } },
      area: { name: { zh: "解放区" } },
    });
    const rival = { type: "01037", area: "410802", unit: "power-company" };
    const refused = await admin.post(url, rival);
    expect(refused).toMatchObject({ status: 409, body: { type: "urn:xiuhua:problem:conflict" } });
    expect(refused.body.message.zh).toMatch(/路灯异常，解放区 → 市供电公司.*路灯异常，解放区 → 市城市照明管理单位/);
    // The year after, it is another matter.
    const next = await admin.post(url, { ...rival, validFrom: "2027-01-01" });
    expect(next.body).toMatchObject({ inForce: false });
    const put = { ...rival, validFrom: "2026-12-31" };
    expect((await admin.ask({ method: "PUT", url: `${url}/${next.body.id}`, payload: put })).status).toBe(409);

    for (const [body, field] of [
      [{ type: "99999", unit: "lighting-office" }, "/type"],
      [{ area: "410899", unit: "lighting-office" }, "/area"],
      [{ unit: "party-section" }, "/unit"],
      [{ unit: "lighting-office", validFrom: "2026-02-02", validTo: "2026-02-01" }, "/validTo"],
    ] as const)
      expect(await admin.post(url, body)).toMatchObject({ status: 422, body: { problems: [{ field }] } });
    expect((await (await city.as("dispatcher1")).post(url, rival)).status).toBe(403);

    await admin.ask({ method: "DELETE", url: `${url}/${next.body.id}` });
    const { items } = (await admin.get("/api/responsibility/changes")).body;
    expect(items.slice(0, 3)).toMatchObject([
      { rule: next.body.id, before: { zh: expect.stringContaining("2027-01-01 至 今后") }, person: { id: "admin1" } },
      { rule: next.body.id, after: {} },
      { rule: first.body.id, after: { zh: expect.stringContaining("至 2026-12-31") } },
    ]);
    expect(items[0]).not.toHaveProperty("after");
  });

  test("the matrix: what each type comes to in each district, and where a rule says otherwise", async () => {
    const city = await cityOf();
    const admin = await city.as("admin1");
    const { body: rule } = await admin.post("/api/responsibility/rules", {
      type: "01",
      area: "410811",
      unit: "municipal-office",
    });
    await admin.post("/api/responsibility/rules", { type: "01037", area: "410802005", unit: "jiefang-jiaonan" });
    const whole = (await admin.get("/api/responsibility")).body;
    expect(whole.districts.map(({ id }: { id: string }) => id)).toEqual([
      "410802",
      "410803",
      "410804",
      "410811",
      "410871",
    ]);
    expect(whole.rows[0]).toMatchObject({ id: "", level: "any" });
    expect(whole.rows[1]).toMatchObject({ id: "01", level: "class" });
    expect(whole.rows[1].cells[3]).toEqual({
      area: "410811",
      unit: { id: "municipal-office", name: expect.anything() },
      stage: "class",
      rule: rule.id,
      exceptions: 0,
    });
    const lamps = (await admin.get("/api/responsibility?class=01")).body.rows.find(
      ({ id }: { id: string }) => id === "01037",
    );
    expect(lamps.cells).toMatchObject([
      { area: "410802", unit: { id: "lighting-office" }, stage: "department", exceptions: 1 },
      { area: "410803", stage: "department", exceptions: 0 },
      {},
      { area: "410811", unit: { id: "municipal-office" }, stage: "class", rule: rule.id },
      {},
    ]);
  });

  test("out as CSV and in again changes nothing; a bad line names itself and nothing is done", async () => {
    const city = await cityOf();
    const admin = await city.as("admin1");
    const load = (csv: string, replace = false) => admin.post("/api/responsibility/import", { csv, replace });
    const file = [
      "owner,type,area,unit,validFrom,validTo,note",
      "QS1,,,power-company,,,供电",
      ",01037,410802,lighting-office,2026-01-01,2026-12-31,",
      ",01037,410802,power-company,2027-01-01,,",
    ];
    expect((await load(file.join("\n"))).body).toEqual({ added: 3, changed: 0, same: 0, deleted: 0 });
    const exported = await admin.get("/api/responsibility/export.csv?language=zh");
    expect(exported.text).toMatch(/^\uFEFF权属单位代码,类别或大类代码,.*\r\n/);
    expect((await load(exported.text, true)).body).toEqual({ added: 0, changed: 0, same: 3, deleted: 0 });
    expect((await load(`${file.slice(0, 2).join("\r\n")}改\r\n`, true)).body).toEqual({
      added: 0,
      changed: 1,
      same: 0,
      deleted: 2,
    });

    for (const [line, said] of [
      [",01037,,nobody,,,", "第 3 行：规则填写有误；没有这个单位，或它不能承办案件"],
      ["QS1,,,municipal-office,,,", "第 3 行：文件中已有一行写了同一条规则"],
      ["QS1,,,municipal-office,2026-01-01,,", "第 2 行：两条规则范围相同"],
      [",,,lighting-office,明天,,", "第 3 行："],
    ] as const) {
      const bad = await load([...file.slice(0, 2), line].join("\n"));
      expect(bad.status).toBeGreaterThanOrEqual(409);
      expect(bad.body.message.zh).toContain(said);
      expect(bad.body.message.zh).toContain("未作任何改动");
    }
    expect((await load("a,b\n1,2")).body.message.zh).toContain("没有“责任单位编号”（unit）列");
    expect((await load('unit\n"lighting')).status).toBe(422);
    expect((await admin.get("/api/responsibility")).body.rules).toMatchObject([{ owner: "QS1", note: "供电改" }]);
  });
});
