import { connect, createServer, type Server, type Socket } from "node:net";

/** A busy or stopped process may be slow to answer; it lives, and is taken to hold the folder. Milliseconds. */
const patience = 5_000;

/** Answers those who knock: at once when decided, else when it is. */
export class Doorman {
  readonly server: Server;
  #holding: boolean | undefined;
  readonly #waiting = new Set<Socket>();

  constructor() {
    this.server = createServer((socket) => {
      socket.on("error", () => {});
      socket.on("close", () => this.#waiting.delete(socket));
      if (this.#holding === undefined) this.#waiting.add(socket);
      else answer(socket, this.#holding);
    });
    // The lock alone must not keep a program running that has nothing left to do.
    this.server.unref();
  }

  /** Tells all who wait. One that does not hold answers no longer. */
  decide(holding: boolean): void {
    this.#holding = holding;
    for (const socket of this.#waiting) answer(socket, holding);
    if (!holding) this.server.close();
  }
}

function answer(socket: Socket, holding: boolean): void {
  socket.end(holding ? "yes" : "no");
}

/** Starts listening at a path. */
export function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/**
 * Knocks at a socket.
 * @returns "dead" when no process listens there; "yes" and "no" are the answer. When in doubt, "yes".
 */
export function ask(path: string, question: "whether alive" | "whether holding"): Promise<"yes" | "no" | "dead"> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const settle = (result: "yes" | "no" | "dead") => {
      socket.destroy();
      resolve(result);
    };
    let said = "";
    socket.setEncoding("utf8");
    socket.setTimeout(patience, () => settle("yes"));
    socket.on("connect", () => question === "whether alive" && settle("yes"));
    socket.on("data", (data: string) => (said += data));
    socket.on("end", () => settle(said === "no" ? "no" : "yes"));
    socket.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ECONNREFUSED" || error.code === "ENOENT") settle("dead");
      // Reset: it ended, or gave up, while we waited for its decision.
      else settle(error.code === "ECONNRESET" ? "no" : "yes");
    });
  });
}
