import { Command, CommanderError } from "commander";
import { NetworkProblem } from "../places/network/index.ts";
import { addDescribe } from "./describe.ts";
import { exit } from "./exit-codes.ts";
import { say, type Io } from "./io.ts";
import { addLocate } from "./locate.ts";

/** Commands that need no database. */
const offline = new Set(["locate", "describe"]);

export const isOffline = ([command]: readonly string[]): boolean => offline.has(command ?? "");

/** `locate` and `describe` without the rest of the program: whoever asks for one place waits half as long. */
export async function runOffline(args: readonly string[], io: Io): Promise<number> {
  let code: number = exit.done;
  const end = (said: number) => (code = said);
  const program = new Command("xiuhua")
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) })
    .exitOverride();
  addLocate(program, io, end);
  addDescribe(program, io, end);
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.unusable;
    // Whoever read our output has read enough.
    if (error instanceof Error && "code" in error && error.code === "EPIPE") return exit.done;
    say(
      io,
      error instanceof NetworkProblem ? error.message : error instanceof Error ? (error.stack ?? "") : String(error),
    );
    return error instanceof NetworkProblem ? exit.unusable : exit.failed;
  }
}
