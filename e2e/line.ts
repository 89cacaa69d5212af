import { connect, createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

/** A line between a phone and the server that can be cut, as in a cellar. While it is cut nobody answers. */
export async function openLine(target: string) {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    if (!whole) return near.destroy();
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("The line has no port");
  const cut = () => {
    whole = false;
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${address.port}`,
    cut,
    mend: (): void => void (whole = true),
    close: (): Promise<void> =>
      new Promise((resolve) => {
        cut();
        server.close(() => resolve());
      }),
  };
}

export type Line = Awaited<ReturnType<typeof openLine>>;
