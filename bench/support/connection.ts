import { connect, type Socket } from "node:net";
import { once } from "node:events";

export interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

/**
 * One kept connection to the server, one request at a time. Written by hand instead of `node:http` because the
 * generator shares the machine with what it measures: this takes about a fifth of the computing.
 */
export class Connection {
  readonly #socket: Socket;
  readonly #host: string;
  #read: Buffer = Buffer.alloc(0);
  #waiting: { settle: (answer: Answer) => void; fail: (error: Error) => void } | undefined;

  private constructor(socket: Socket, host: string) {
    this.#socket = socket;
    this.#host = host;
    socket.setNoDelay(true);
    socket.on("data", (bytes) => this.#take(bytes));
    socket.on("error", (error) => this.#end(error));
    socket.on("close", () => this.#end(new Error("The server closed the connection")));
  }

  static async open(url: string): Promise<Connection> {
    const { hostname, port, host } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port) });
    await once(socket, "connect");
    return new Connection(socket, host);
  }

  /** @param headers further header lines, each ended by CRLF */
  send(method: string, path: string, headers = "", body?: Buffer): Promise<Answer> {
    const length = body === undefined ? "" : `content-type: application/json\r\ncontent-length: ${body.length}\r\n`;
    const head = Buffer.from(`${method} ${path} HTTP/1.1\r\nhost: ${this.#host}\r\n${headers}${length}\r\n`);
    return new Promise((settle, fail) => {
      this.#waiting = { settle, fail };
      this.#socket.write(body === undefined ? head : Buffer.concat([head, body]));
    });
  }

  close(): void {
    this.#socket.removeAllListeners("close");
    this.#socket.destroy();
  }

  #take(bytes: Buffer): void {
    this.#read = this.#read.length === 0 ? bytes : Buffer.concat([this.#read, bytes]);
    const end = this.#read.indexOf("\r\n\r\n");
    if (end === -1) return;
    const head = this.#read.toString("latin1", 0, end);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined) return this.#end(new Error(`An answer without a length: ${head}`));
    const whole = end + 4 + Number(length);
    if (this.#read.length < whole) return;
    const answer = { status: Number(head.slice(9, 12)), body: this.#read.subarray(end + 4, whole) };
    this.#read = this.#read.subarray(whole);
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.settle(answer);
  }

  #end(error: Error): void {
    this.#waiting?.fail(error);
    this.#waiting = undefined;
  }
}
