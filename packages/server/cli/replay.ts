import type { Command } from "commander";
import { procedures } from "@xiuhua/procedures";
import { rebuildCases, verifyReplay, type ReplayReport } from "../cases/index.ts";
import { sql, type Database } from "../store/index.ts";
import { cityOf, cityOption, placeOf, servicesOf, usingDatabase, withDatabase, type PlaceOptions } from "./database.ts";
import { exit } from "./exit.ts";
import { say, tell, type Io } from "./io.ts";
import { makeProgress } from "./progress.ts";

interface ReplayOptions extends PlaceOptions {
  readonly city?: string;
  readonly verify?: boolean;
  readonly rebuild?: boolean;
}

/** @param end is told the exit code: 1 when anything differs */
export function addReplay(program: Command, io: Io, end: (code: number) => void): void {
  withDatabase(program.command("replay"))
    .description("由事件重放每个案件，与现存的比对 / replay every case from its events and compare")
    .option("--verify", "只比对，不修改 / compare, change nothing")
    .option(
      "--rebuild",
      "把与事件不一致的案件按事件重写，再比对 / write what differs anew from the events, then compare",
    )
    .addOption(cityOption())
    .action(async (options: ReplayOptions, command: Command) => {
      if (!options.verify && !options.rebuild) command.error("请写 --verify 或 --rebuild / say --verify or --rebuild");
      const place = placeOf(io, options);
      const report = await usingDatabase(place, async (db) => {
        const city = await cityOf(db, options.city);
        if (options.rebuild) {
          const { cases } = await servicesOf(io, db, place, city);
          const { journal, wakesAt } = cases;
          const rebuilt = await withProgress(io, db, city, "Rebuild 重建", (onProgress) =>
            rebuildCases({ db, city, procedures, journal, wakesAt, now: io.now, onProgress }),
          );
          await cases.drain();
          say(io, `${rebuilt} cases written anew 个案件已重写`);
        }
        return withProgress(io, db, city, "Replay 重放", (onProgress) =>
          verifyReplay(db, city, procedures, { onProgress }),
        );
      });
      summarise(io, report);
      tell(io, report);
      end(report.different === 0 ? exit.done : exit.failed);
    });
}

async function withProgress<T>(
  io: Io,
  db: Database,
  city: string,
  name: string,
  run: (onProgress: (cases: number) => void) => Promise<T>,
): Promise<T> {
  const [row] = await db.query<{ count: number }>(sql`select count(*) as count from cases where city = ${city}`);
  const progress = makeProgress(io, name);
  try {
    return await run((cases) => progress.update(cases, row?.count ?? 0, `${cases} cases 案件`));
  } finally {
    progress.end();
  }
}

function summarise(io: Io, { cases, events, different, first }: ReplayReport): void {
  say(io, `${cases} cases 案件, ${events} events 事件`);
  if (different === 0) return say(io, "Every case equals its events. 所有案件与事件一致。");
  say(io, `${different} cases differ from their events. ${different} 个案件与事件不一致：`);
  for (const { no, path } of first) say(io, `  ${no} ${path}`);
}
