import { readComponentCode } from "@xiuhua/core/catalogue";
import { expect, test } from "vitest";
import { sql } from "../store/index.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { demoServices } from "../testing/demo-services.ts";
import { demoCity, readerOf } from "./index.ts";
import { demoRules, seedStreet, standing } from "./street.ts";

const now = Date.parse("2026-03-02T09:00:00+08:00");

forEachDatabase("the demo's street", (open) => {
  test("some hundred components stand along the roads, coded by the rule, and each rule of the demo is accepted", async () => {
    const db = await open();
    const city = await demoServices(db, now);
    const { places, responsibility, components, catalogue } = city;
    const all = standing(places, now);
    expect(all.length).toBeGreaterThan(300);
    expect(all.length).toBeLessThan(600);
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
    for (const { code, area, attributes } of all) {
      const read = readComponentCode(code)!;
      expect(area.startsWith(read.county)).toBe(true);
      expect(catalogue.type(read.type, "component")?.code).toBe(attributes["type"]);
    }

    await seedStreet({ db, city: demoCity, places, responsibility, now });
    const rows = await db.query<{ count: number }>(
      sql`select count(*) as count from component where city = ${demoCity}`,
    );
    expect(rows[0]!.count).toBe(all.length);
    expect(responsibility.rules()).toHaveLength(demoRules.length);
    const reader = readerOf("officer15");
    const lamp = all.find(
      ({ attributes }) => String(attributes["name"]).startsWith("和平街") && attributes["type"] === "01037",
    )!;
    const detail = await components.detail(reader, lamp.code);
    expect(detail).toMatchObject({ name: "和平街001号灯杆", responsible: { id: "lighting-office" }, mayChange: true });
    expect((await components.due(reader, { mine: true })).items.length).toBeGreaterThan(3);
  });
});
