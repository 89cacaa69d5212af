import type { Command } from "commander";
import { procedures } from "@xiuhua/procedures";
import { verifyReplay, type ReplayReport } from "../cases/index.ts";
import { sql } from "../store/index.ts";
import { cityOf, cityOption, placeOf, usingDatabase, withDatabase, type PlaceOptions } from "./database.ts";
import { exit } from "./exit.ts";
import { say, tell, type Io } from "./io.ts";
import { makeProgress } from "./progress.ts";

interface ReplayOptions extends PlaceOptions {
  readonly city?: string;
}

/** @param end is told the exit code: 1 when anything differs */
export function addReplay(program: Command, io: Io, end: (code: number) => void): void {
  withDatabase(program.command("replay"))
    .description("由事件重放每个案件，与现存的比对 / replay every case from its events and compare")
    .requiredOption("--verify", "只比对，不修改 / compare, change nothing")
    .addOption(cityOption())
    .action(async (options: ReplayOptions) => {
      const report = await usingDatabase(placeOf(io, options), async (db) => {
        const city = await cityOf(db, options.city);
        const [row] = await db.query<{ count: number }>(sql`select count(*) as count from cases where city = ${city}`);
        const progress = makeProgress(io, "Replay 重放");
        try {
          return await verifyReplay(db, city, procedures, {
            onProgress: (cases) => progress.update(cases, row?.count ?? 0, `${cases} cases 案件`),
          });
        } finally {
          progress.end();
        }
      });
      summarise(io, report);
      tell(io, report);
      end(report.different === 0 ? exit.done : exit.failed);
    });
}

function summarise(io: Io, { cases, events, different, first }: ReplayReport): void {
  say(io, `${cases} cases 案件, ${events} events 事件`);
  if (different === 0) return say(io, "Every case equals its events. 所有案件与事件一致。");
  say(io, `${different} cases differ from their events. ${different} 个案件与事件不一致：`);
  for (const { no, path } of first) say(io, `  ${no} ${path}`);
}
