import { expect, test } from "vitest";
import { forEachDatabase } from "../testing/databases.ts";
import { demoApp } from "../testing/demo-app.ts";

const china = (text: string) => Date.parse(`${text}+08:00`);

forEachDatabase("the board of four pledges over HTTP", (open) => {
  test("a problem given back and left without a lead stands under each unit, one click from its list", async () => {
    const city = await demoApp(await open(), china("2022-07-11T09:00:00"));
    const officer = await city.as("enterprise1");
    const problem = {
      enterprise: "示例企业",
      problem: "厂门前道路不通",
      source: "visit",
      leadUnit: "municipal-office",
      jointUnits: ["jiefang-sanitation"],
    };
    const { body } = await officer.post("/api/cases", {
      procedure: "enterprise-help",
      action: "raise",
      input: problem,
    });
    const lead = await city.as("officer2");
    await lead.post(`/api/cases/${body.no}/actions/giveBack`, { input: { reason: "不属本单位职责" } });
    city.setNow(china("2022-07-22T09:00:00"));

    const leader = await city.as("leader1");
    const board = (await leader.get("/api/pledges")).body;
    expect(board.total).toEqual({ open: 1, dragged: 1, pushed: 1, dropped: 1, shirked: 1 });
    const of = (unit?: string) => board.units.find((row: { unit?: { id: string } }) => row.unit?.id === unit);
    // It waits for the ledger's keeper, a post of the centre: that one drags and drops it now.
    expect(of()).toEqual({ open: 1, dragged: 1, pushed: 0, dropped: 1, shirked: 0 });
    expect(of("municipal-office")).toMatchObject({ pushed: 1, dragged: 0, unit: { name: { zh: "市市政设施管理所" } } });
    expect(of("jiefang-sanitation")).toMatchObject({ shirked: 1, pushed: 0 });

    const listed = async (query: string) =>
      (await leader.get(`/api/cases?${query}`)).body.items.map(({ no }: { no: string }) => no);
    for (const query of [
      "pledge=dragged&pledgeUnit=-",
      "pledge=dropped",
      "pledge=pushed&pledgeUnit=municipal-office",
      "pledge=shirked&pledgeUnit=jiefang-sanitation",
    ])
      expect([query, await listed(query)]).toEqual([query, [body.no]]);
    for (const query of ["pledge=pushed&pledgeUnit=jiefang-sanitation", "pledge=dragged&pledgeUnit=municipal-office"])
      expect([query, await listed(query)]).toEqual([query, []]);
    expect((await leader.get("/api/pledges?procedure=works")).body.total.open).toBe(0);

    // What a unit had no hand in is not on its board.
    expect((await (await city.as("officer6")).get("/api/pledges")).body.units).toEqual([]);
    await city.app.close();
  });
});
