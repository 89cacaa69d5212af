import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, rename } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { Type, type Static } from "typebox";
import { Value } from "typebox/value";

const cache = fileURLToPath(new URL("../../../node_modules/.cache/xiuhua/", import.meta.url));

/**
 * Makes a TypeScript file runnable by Node itself, for tests that need a second process to start, race or kill.
 * @param entry the file, as `new URL("./child-….ts", import.meta.url)`
 * @returns the path of the bundle; packages from npm stay outside of it
 */
export async function buildChild(entry: URL): Promise<string> {
  await mkdir(cache, { recursive: true });
  const source = fileURLToPath(entry);
  const bundle = `${cache}child${source.replaceAll(/[^a-z0-9]+/gi, "-")}.mjs`;
  // Written aside and renamed: another test file may be starting the same child at this moment.
  const outfile = `${bundle}.${process.pid}`;
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "silent",
    plugins: [
      {
        name: "npm packages stay outside",
        setup: (bundler) => {
          bundler.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
            // Data that a package ships as JSON comes along: Node loads it only with an attribute.
            kind === "entry-point" || path.startsWith("@xiuhua/") || path.endsWith(".json")
              ? undefined
              : { external: true },
          );
        },
      },
    ],
  });
  await rename(outfile, bundle);
  return bundle;
}

/** What children say. */
const Said = Type.Object({
  /** It has the database open. */
  open: Type.Optional(Type.Boolean()),
  /** The number of a write that the database has acknowledged. */
  acknowledged: Type.Optional(Type.Number()),
  /** The case and the number of its event that was acknowledged. */
  no: Type.Optional(Type.String()),
  seq: Type.Optional(Type.Number()),
  /** Cases and tallies that were not what the events say when it opened the city. */
  different: Type.Optional(Type.Number()),
  /** Whether it got the lock it went for. */
  locked: Type.Optional(Type.Boolean()),
  /** The name of the error that stopped it. */
  error: Type.Optional(Type.String()),
});
export type Said = Static<typeof Said>;

/** A started child, which speaks by `process.send`. */
export class Child {
  readonly process: ChildProcess;
  readonly messages: Said[] = [];
  readonly #ended: Promise<unknown>;

  constructor(bundle: string, parameters: readonly string[]) {
    this.process = fork(bundle, parameters, { stdio: ["ignore", "inherit", "inherit", "ipc"], execArgv: [] });
    this.process.on("message", (message) => this.messages.push(Value.Parse(Said, message)));
    this.#ended = once(this.process, "close");
  }

  /** The first message that fits, said already or still to come. Rejects when the child ends without one. */
  async message(fits: (message: Said) => boolean): Promise<Said> {
    for (;;) {
      const found = this.messages.find(fits);
      if (found !== undefined) return found;
      const ended = await Promise.race([once(this.process, "message"), this.#ended.then(() => "ended")]);
      if (ended === "ended" && !this.messages.some(fits)) throw new Error("The child ended without the message");
    }
  }

  /** `kill -9`; resolves when it is gone and everything it said has arrived. */
  async kill(): Promise<void> {
    this.process.kill("SIGKILL");
    await this.#ended;
  }

  /** Resolves when it has ended by itself. */
  async end(): Promise<void> {
    await this.#ended;
  }
}
