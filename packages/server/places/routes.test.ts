import { expect, test } from "vitest";
import { sql } from "../store/index.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { demoApp } from "../testing/demo-app.ts";

forEachDatabase("places over HTTP", (open) => {
  test("who looks after a point, a cell's past, and versions put into force while the server runs", async () => {
    const db = await open();
    const town = await demoApp(db, Date.parse("2026-03-02T01:00:00Z"));
    const [admin, collector] = [await town.as("admin1"), await town.as("collector1")];
    const [cell] = await db.query<{ code: string; lng: number; lat: number }>(sql`
      select code, st_x(p) as lng, st_y(p) as lat from grid_cell, st_pointonsurface(outline) p where city = '4108' order by code limit 1`);
    const { code, lng, lat } = cell!;
    const located = async () => (await collector.get(`/api/places/locate?lng=${lng}&lat=${lat}`)).body;
    expect(await located()).toMatchObject({ cell: code });
    expect(await located()).not.toHaveProperty("responsibility");

    // Another process loads responsibility grids: a draft, which the administrator puts into force.
    await db.query(sql`
      insert into place_version (city, kind, version, state, source, made_at, made_by)
      values ('4108', 'responsibilityGrids', 1, 'draft', 'grids.geojson', now(), 'test')`);
    await db.query(sql`
      insert into place_draft (city, kind, version, at, code, name, collector, unit, cells)
      values ('4108', 'responsibilityGrids', 1, 1, 'ZR001', '{"zh":"一网格","en":"Grid 1"}', 'collector1', null, array[${code}])`);
    const address = "/api/places/versions/responsibilityGrids/1";
    expect(await collector.post(`${address}/in-force`, {})).toMatchObject({ status: 403 });
    expect(await admin.post(`${address}/in-force`, {})).toMatchObject({
      status: 200,
      body: { version: 1, changes: { added: 1 } },
    });
    expect(await located()).toMatchObject({
      responsibility: { code: "ZR001", name: { zh: "一网格" }, collector: { id: "collector1" } },
    });
    expect(await admin.post(`${address}/in-force`, {})).toMatchObject({ status: 409 });
    expect(await admin.ask({ method: "DELETE", url: address })).toMatchObject({ status: 404 });
    expect((await collector.get("/api/places/versions?kind=cells")).body).toMatchObject([
      { version: 1, state: "inForce" },
    ]);

    expect((await collector.get(`/api/places/cells/${code}`)).body).toMatchObject({
      code,
      retired: false,
      responsibility: { code: "ZR001" },
      history: [{ version: 1, outline: { type: "Polygon" } }],
    });
    expect(await collector.get("/api/places/cells/999")).toMatchObject({ status: 404 });

    // A draft of which nobody may be told to look after a cell that is not there.
    await db.query(sql`
      insert into place_version (city, kind, version, state, source, made_at, made_by)
      values ('4108', 'responsibilityGrids', 2, 'draft', 'grids.geojson', now(), 'test')`);
    await db.query(sql`
      insert into place_draft (city, kind, version, at, code, cells)
      values ('4108', 'responsibilityGrids', 2, 1, 'ZR001', array['410802999999001'])`);
    const refused = await admin.post("/api/places/versions/responsibilityGrids/2/in-force", {});
    expect(refused).toMatchObject({
      status: 422,
      body: { message: { zh: expect.stringContaining("不存在的单元网格") } },
    });
    expect(await located()).toMatchObject({ responsibility: { code: "ZR001" } });
    expect(await admin.ask({ method: "DELETE", url: "/api/places/versions/responsibilityGrids/2" })).toMatchObject({
      status: 204,
    });
  });
});
