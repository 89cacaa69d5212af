import type { Command } from "commander";
import { cityCodes } from "../city/index.ts";
import { createDemo } from "../serve.ts";
import { placeOf, usingDatabase, withDatabase, type PlaceOptions } from "./database.ts";
import { UsageError } from "./exit.ts";
import { say, tell, type Io } from "./io.ts";

export function addDemo(program: Command, io: Io): void {
  withDatabase(program.command("demo"))
    .description("在空数据库中建立演示城市（焦作）/ make the demo city (Jiaozuo) in an empty database")
    .action(async (options: PlaceOptions) => {
      const place = placeOf(io, options);
      const cases = await usingDatabase(place, async (db) => {
        const codes = await cityCodes(db);
        if (codes.length > 0)
          throw new UsageError(
            `数据库中已有城市 ${codes.join("、")}；演示城市只建在空数据库中。`,
            `The database holds the city ${codes.join(", ")} already; the demo city is made in an empty one only.`,
          );
        return createDemo({ db, folder: place.folder, now: io.now, say: (line) => say(io, line) });
      });
      tell(io, { cases });
    });
}
