import { expect, test } from "vitest";
import { readerOf } from "../demo/index.ts";
import { demoServices } from "../testing/demo-services.ts";
import { forEachDatabase } from "../testing/databases.ts";

const china = (text: string) => Date.parse(`${text}+08:00`);
const crossing = { lng: 113.247831, lat: 35.240428, text: "和平街与文化巷交叉口东30米路南" };

forEachDatabase("F1: a shop pastes advertisements on the wall", (open) => {
  test("reported on Saturday, due on Monday's clock, cleared, checked, closed and counted", async () => {
    // Saturday 13 August 2022.
    const city = await demoServices(await open(), china("2022-08-13T09:12:00"));
    const { cases } = city;
    const collector = readerOf("collector1");
    const photos = [await city.photo("near", 1), await city.photo("far", 2), await city.photo("reference", 3)];

    const opened = await cases.open(collector, {
      procedure: "city-case",
      action: "report",
      input: { place: crossing, description: "商铺违规张贴广告", type: "07001" },
      evidence: photos,
      key: "phone-1",
    });
    expect(opened).toMatchObject({ ok: true, value: { seq: 1, state: "reported" } });
    if (!opened.ok) return;
    const { no } = opened.value;
    expect(no).toMatch(/^410820220813\d{5}$/);

    const act = async (login: string, at: string, action: string, input: unknown, evidence: typeof photos = []) => {
      city.setNow(china(at));
      const answer = await cases.act(readerOf(login), { no, action, input, evidence });
      expect(answer.ok ? answer.value.no : answer.refusal).toEqual(no);
    };
    await act("intake1", "2022-08-13T09:18:00", "accept", { type: "07001" });
    await act("shift1", "2022-08-13T09:25:00", "file", { type: "07001", criterion: "07001-1" });
    await act("dispatcher1", "2022-08-13T09:31:00", "dispatch", { department: "jiefang-brigade" });

    const dispatched = await cases.detail(readerOf("officer1"), no);
    const handle = dispatched?.clocks.find((clock) => clock.name === "handle");
    // One working day from a Saturday: Monday counts, Saturday and Sunday do not.
    expect(handle?.dueAt).toBe(new Date(china("2022-08-15T18:00:00")).toISOString());
    expect(dispatched?.cell).toMatch(/^410802\d{9}$/);
    expect(dispatched?.department?.name.zh).toBe("解放区城市管理局执法大队");
    // The department never sees who reported.
    expect(JSON.stringify(dispatched)).not.toContain("collector1");
    expect(JSON.stringify(dispatched)).not.toContain("苏晓禾");

    await act("officer1", "2022-08-15T08:20:00", "assign", { handler: "handler1" });
    await act("handler1", "2022-08-15T10:05:00", "reportDone", { result: "小广告已清除" }, [
      await city.photo("after", 4),
    ]);
    await act("intake2", "2022-08-15T10:12:00", "sendCheck", { collector: "collector1" });
    await act("collector1", "2022-08-15T10:30:00", "passCheck", {}, [await city.photo("check", 5)]);
    await act("shift1", "2022-08-15T10:41:00", "close", {});

    const closed = await cases.detail(readerOf("shift1"), no);
    expect(closed).toMatchObject({ state: "closed", final: true, overran: [] });
    expect(closed?.timeline.map((entry) => entry.title.zh)).toEqual([
      "上报",
      "受理",
      "立案",
      "派遣",
      "指派处置人员",
      "处置完成",
      "派发核查",
      "核查通过",
      "结案",
    ]);
    await cases.drain();
    const counts = await cases.pages.counts(readerOf("shift1"), {});
    expect(counts.states).toEqual([{ procedure: "city-case", state: "closed", count: 1 }]);

    // Sent twice, reported once.
    city.setNow(china("2022-08-13T09:13:00"));
    const again = await cases.open(collector, {
      procedure: "city-case",
      action: "report",
      input: { place: crossing, description: "商铺违规张贴广告", type: "07001" },
      evidence: photos,
      key: "phone-1",
    });
    expect(again).toEqual({ ok: true, value: { no, seq: 1, state: "reported" } });
    expect(city.errors).toEqual([]);
  });
});
