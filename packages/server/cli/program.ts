import { Command } from "commander";
import { addBackup } from "./backup.ts";
import { addCity } from "./city.ts";
import { addDemo } from "./demo.ts";
import { codeOf, exit } from "./exit.ts";
import { addDescribe } from "./describe.ts";
import { addExport } from "./export.ts";
import { addGrid } from "./grid.ts";
import { addImport } from "./import.ts";
import type { Io } from "./io.ts";
import { addLocate } from "./locate.ts";
import { addMigrate } from "./migrate.ts";
import { addPlaces } from "./places.ts";
import { addReplay } from "./replay.ts";
import { addServe } from "./serve.ts";

/** Carries out one call of `xiuhua`. @param args without the program's own name @returns the exit code */
export async function runCommand(args: readonly string[], io: Io): Promise<number> {
  let code: number = exit.done;
  const end = (said: number) => (code = said);
  const program = new Command("xiuhua")
    .description("绣花：城市运行管理 / Xiuhua runs a city's management")
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) })
    .exitOverride()
    .showHelpAfterError("(--help 查看用法 / shows the usage)");
  addServe(program, io);
  addMigrate(program, io);
  addImport(program, io, end);
  addGrid(program, io, end);
  addExport(program, io);
  addReplay(program, io, end);
  addDemo(program, io);
  addBackup(program, io);
  addCity(program, io);
  addPlaces(program, io);
  addLocate(program, io, end);
  addDescribe(program, io, end);
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    return codeOf(io, error);
  }
}
