import { solvedWhen } from "@xiuhua/procedures";
import { expect, test } from "vitest";
import { forEachDatabase } from "../testing/databases.ts";
import { demoApp } from "../testing/demo-app.ts";

const china = (text: string) => Date.parse(`${text}+08:00`);
const units = ["municipal-office", "lighting-office", "greening-office"] as const;
const officers = ["officer2", "officer15", "officer13"] as const;

forEachDatabase("the board of enterprises' problems", (open) => {
  test(
    "F3: 57 problems are counted by outcome, unit and month, each figure one click from its list",
    { timeout: 120_000 },
    async () => {
      const city = await demoApp(await open(), china("2022-07-11T09:00:00"));
      let keeper = await city.as("enterprise1");
      const numbers: string[] = [];
      const due = china("2022-08-12T12:00:00");
      for (let index = 0; index < 57; index += 1) {
        if (index === 30) {
          city.setNow(china("2022-08-01T09:00:00"));
          keeper = await city.as("enterprise1");
        }
        const { body } = await keeper.post("/api/cases", {
          procedure: "enterprise-help",
          action: "raise",
          input: {
            enterprise: `示例企业 ${1 + (index % 12)}`,
            problem: `第 ${index + 1} 个问题`,
            source: index % 2 ? "visit" : "sweep",
            leadUnit: units[index % 3],
            due,
          },
        });
        numbers.push(body.no);
      }
      const solve = async (from: number, to: number, at: string) => {
        city.setNow(china(at));
        const leads = await Promise.all(officers.map((login) => city.as(login)));
        for (let index = from; index < to; index += 1) {
          const input = { way: "solved", result: "已协调解决" };
          await leads[index % 3]?.post(`/api/cases/${numbers[index]}/actions/solve`, { input });
        }
      };
      await solve(0, 40, "2022-08-05T10:00:00");
      await solve(40, 50, "2022-08-12T20:00:00");
      await solve(50, 53, "2022-08-15T09:00:00");
      keeper = await city.as("enterprise1");
      await keeper.post(`/api/cases/${numbers[56]}/actions/merge`, { input: { into: numbers[55] } });
      for (const [no, marks] of [
        [numbers[0], { easier: 5, safer: 4, smoother: 3, rooted: 5 }],
        [numbers[1], { easier: 4, safer: 4, smoother: 4, rooted: 5 }],
      ] as const)
        await keeper.post(`/api/cases/${no}/actions/confirm`, { input: marks });

      const board = (await keeper.get("/api/enterprises")).body;
      expect(board.total).toEqual({ total: 57, early: 40, inTime: 10, late: 3, open: 3, merged: 1 });
      expect(board.units.map((row: { unit: { id: string }; total: number }) => [row.unit.id, row.total])).toEqual(
        expect.arrayContaining(units.map((unit) => [unit, 19])),
      );
      expect(board.months).toMatchObject([
        { month: "2022-07", total: 30, from: "2022-06-30T16:00:00.000Z", to: "2022-07-31T16:00:00.000Z" },
        { month: "2022-08", total: 27, early: 10, inTime: 10, late: 3, open: 3, merged: 1 },
      ]);
      expect(board.marks).toEqual({ answered: 2, easier: 4.5, safer: 4, smoother: 3.5, rooted: 5 });

      // Each figure is the length of its list, and each row of it is what the procedure itself says of the case.
      const dayOf = (at: number) => new Date(at + 8 * 3600_000).toISOString().slice(0, 10);
      for (const outcome of ["early", "inTime", "late", "open", "merged"] as const) {
        const { items } = (await keeper.get(`/api/cases?solved=${outcome}&limit=200`)).body;
        expect([outcome, items.length]).toEqual([outcome, board.total[outcome]]);
        for (const { no } of items) {
          const record = await city.services.cases.load(no);
          expect(record && solvedWhen(record, dayOf)).toBe(outcome);
        }
      }
      const july = `openedFrom=${board.months[0].from}&openedTo=${board.months[0].to}`;
      expect((await keeper.get(`/api/cases?solved=early&limit=200&${july}`)).body.items).toHaveLength(30);

      // A unit sees its own; somebody who has no part in it sees nothing.
      expect((await (await city.as("officer2")).get("/api/enterprises")).body.total.total).toBe(19);
      expect((await (await city.as("officer7")).get("/api/enterprises")).body.total.total).toBe(0);
      await city.app.close();
    },
  );
});
