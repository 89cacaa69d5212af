import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Static, TSchema } from "typebox";
import { Value } from "typebox/value";

/** Another process of the bench, bundled beside it by scripts/bench.mjs; talks by `process.send`. */
export class BenchChild {
  readonly process: ChildProcess;
  /** Rejects when the process ends. */
  readonly #ended: Promise<never>;

  constructor(name: string, parameters: readonly string[], execArgv: readonly string[] = []) {
    const file = fileURLToPath(new URL(`./${name}.mjs`, import.meta.url));
    // Standard output is the server's log: written as in service, read by nobody.
    this.process = fork(file, [...parameters], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      execArgv: [...execArgv],
    });
    // Not "close": Node never sends that to the side that disconnected first.
    this.#ended = once(this.process, "exit").then(() => {
      throw new Error(`The bench's process ${name} has ended`);
    });
    // Ending is only wrong while somebody waits for a word.
    this.#ended.catch(() => {});
  }

  /** The next message, in the form that is awaited. */
  async next<Schema extends TSchema>(schema: Schema): Promise<Static<Schema>> {
    const [message]: unknown[] = await Promise.race([once(this.process, "message"), this.#ended]);
    return Value.Parse(schema, message);
  }

  send(message: object): void {
    this.process.send(message);
  }

  async ask<Schema extends TSchema>(message: object, schema: Schema): Promise<Static<Schema>> {
    const answer = this.next(schema);
    this.send(message);
    return answer;
  }

  /** Asks it to end and waits until it has. */
  async end(): Promise<void> {
    if (this.process.exitCode !== null) return;
    const exited = once(this.process, "exit");
    this.process.disconnect();
    await exited;
  }
}
