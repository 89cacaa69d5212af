import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { InjectOptions } from "fastify";
import sharp from "sharp";
import { demoCity, demoPassword, seedCity } from "../demo/index.ts";
import { makeLog } from "../http/index.ts";
import { assemble, type AssembleOptions } from "../serve.ts";
import { sql, type Database } from "../store/index.ts";

/** The whole application over the demo city without its stories, on a clock that the test moves; asked without a network. */
export async function demoApp(db: Database, startsAt: number, more: Pick<AssembleOptions, "sendPush"> = {}) {
  const [known] = await db.query(sql`select 1 from city where city = ${demoCity}`);
  if (known === undefined) await seedCity(db);
  let at = startsAt;
  const folder = await mkdtemp(join(tmpdir(), "xiuhua-app-"));
  const { app, services } = await assemble({
    db,
    city: demoCity,
    folder,
    now: () => at,
    log: makeLog({ level: "silent" }),
    // No test sends anything out of the house.
    sendPush: () => async () => "sent",
    ...more,
  });

  return {
    app,
    services,
    folder,
    setNow: (now: number) => void (at = now),
    /** Logs in and returns how to ask as that person. */
    async as(login: string) {
      const entered = await app.inject({
        method: "POST",
        url: "/api/session",
        payload: { login, password: demoPassword },
      });
      if (entered.statusCode !== 200) throw new Error(`${login} could not log in: ${entered.body}`);
      const cookie = entered.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
      const { csrf }: { csrf: string } = entered.json();
      const ask = async (options: InjectOptions) => {
        const answer = await app.inject({ ...options, headers: { cookie, "x-csrf-token": csrf, ...options.headers } });
        const text = answer.body;
        return {
          status: answer.statusCode,
          headers: answer.headers,
          text,
          body: text.startsWith("{") || text.startsWith("[") ? answer.json() : undefined,
        };
      };
      return {
        ask,
        get: (url: string) => ask({ method: "GET", url }),
        post: (url: string, payload: unknown, headers: Record<string, string> = {}) =>
          ask({
            method: "POST",
            url,
            headers: { "content-type": "application/json", ...headers },
            payload: JSON.stringify(payload),
          }),
        async upload(content: Buffer, fileName = "photo.jpg", type = "image/jpeg") {
          const boundary = "xiuhua-test-boundary";
          const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: ${type}\r\n\r\n`;
          const payload = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
          return ask({
            method: "POST",
            url: "/api/evidence",
            headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
            payload,
          });
        },
      };
    },
  };
}

export type DemoApp = Awaited<ReturnType<typeof demoApp>>;

/** A small photo, different for each shade. */
export function photoOf(shade: number): Promise<Buffer> {
  const background = { r: shade % 256, g: 90, b: 60 };
  return sharp({ create: { width: 80, height: 60, channels: 3, background } })
    .jpeg()
    .toBuffer();
}
