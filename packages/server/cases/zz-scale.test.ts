import { test } from "vitest";
import { procedures } from "@xiuhua/procedures";
import { createOwnDatabase } from "../../server/testing/server-template.ts";
import { sql } from "../../server/store/index.ts";
import { cityCase } from "@xiuhua/procedures";
import { walk } from "../../procedures/testing/walk.ts";
import { makeJournal } from "./journal.ts";
import { verifyReplay, rebuildTallies } from "./verify.ts";
test("scale", { timeout: 550_000 }, async () => {
  const own = await createOwnDatabase(process.env.XIUHUA_TEST_DATABASE_URL!);
  const db = own.database;
  try {
    const journal = makeJournal({ db, city: "c", lanes: 1 });
    let seed = 7; const w: Promise<unknown>[] = [];
    walk((a) => a[(seed = (seed * 48271) % 2147483647) % a.length] ?? a[0], 50, ({ city, before, after, event }) => {
      const here = <T extends object>(o: T): T => ({ ...o, city: "c", lanes: 1 });
      w.push(journal.append({ procedure: cityCase, expected: before?.seq ?? 0, before: before && here(before), record: here(after), events: [{ event: here(event), effects: city.effects }], wakesAt: undefined }));
    });
    await Promise.all(w);
    const n = Number(process.env.COPIES ?? 25000);
    await db.query(sql`alter table cases drop constraint cases_pkey`);
    for (const ix of ["opened","state","district","department","reporter","type","due","wakes","changed","parties","search","point"]) await db.query(sql`drop index ${sql.id("cases_" + ix)}`);
    await db.query(sql`alter table cases add primary key (city, no)`);
    await db.query(sql`insert into cases select 'd', c.no || '-' || i, c.procedure, c.version, c.seq, c.state, c.final, c.opened_at, c.changed_at, c.title, c.type, c.source, c.district, c.area, c.cell, c.place_text, c.point, c.department, c.reporter, c.parties, c.requests, c.overran, c.warn_at, c.due_at, c.wakes_at, c.search, c.record from cases c, generate_series(1, ${n}::int) i where city = 'c'`);
    await db.query(sql`insert into case_event select 'd', e.case_no || '-' || i, e.seq, e.procedure, e.version, e.action, e.at, e.actor, e.input, e.evidence, e.from_state, e.to_state, e.turns, e.waited_since, e.outcome, null, e.recorded_at from case_event e, generate_series(1, ${n}::int) i where city = 'c'`);
    await db.query(sql`analyze`);
    let peak = 0; const t = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50);
    const base = process.memoryUsage().rss; let s = Date.now();
    const r = await verifyReplay(db, "d", procedures);
    console.log("cases", r.cases, "events", r.events, "different", r.different, "(numbers differ in copies)", Date.now() - s, "ms; rss MB before", base / 1e6 | 0, "peak", peak / 1e6 | 0);
    clearInterval(t); s = Date.now(); await rebuildTallies(db, "d", procedures); console.log("rebuildTallies", Date.now() - s, "ms");
  } finally { await own.drop(); }
});
