import { CommanderError } from "commander";
import { BackupProblem } from "../backup/index.ts";
import { CityProblem } from "../city/index.ts";
import { ImportError } from "../imports/index.ts";
import { GridProblem, NetworkProblem } from "../places/index.ts";
import { CannotConnect, DatabaseTooNew, FolderInUse } from "../store/index.ts";
import { exit } from "./exit-codes.ts";
import { say, type Io } from "./io.ts";

export { exit };

/** A call that can not be carried out as it stands. */
export class UsageError extends Error {
  constructor(zh: string, en: string) {
    super(`${en} ${zh}`);
    this.name = "UsageError";
  }
}

/** Says what went wrong, to a person, and gives the exit code. */
export function codeOf(io: Io, error: unknown): number {
  // Commander has written its own text; asking for help is no error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.unusable;
  if (
    error instanceof UsageError ||
    error instanceof ImportError ||
    error instanceof NetworkProblem ||
    error instanceof GridProblem
  ) {
    say(io, error.message);
    return exit.unusable;
  }
  if (error instanceof CityProblem || error instanceof BackupProblem) {
    say(io, `${error.words.en} ${error.words.zh}`);
    return exit.unusable;
  }
  if (error instanceof FolderInUse || error instanceof CannotConnect || error instanceof DatabaseTooNew) {
    say(io, error.message);
    return exit.noDatabase;
  }
  // Whoever read our output has read enough.
  if (error instanceof Error && "code" in error && error.code === "EPIPE") return exit.done;
  say(io, error instanceof Error ? (error.stack ?? error.message) : String(error));
  return exit.failed;
}
