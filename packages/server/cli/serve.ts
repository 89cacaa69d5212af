import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { InvalidArgumentError, Option, type Command } from "commander";
import { serve } from "../serve.ts";
import { cityOption, placeOf, withDatabase, type PlaceOptions } from "./database.ts";
import { say, type Io } from "./io.ts";

interface ServeOptions extends PlaceOptions {
  readonly port: number;
  readonly host: string;
  readonly demo?: true;
  readonly city?: string;
  readonly web?: string;
  readonly trustProxy?: true;
  readonly secureCookies?: true;
  readonly pool?: number;
}

/** Where the build puts the console, seen from the bundle `packages/server/dist/`. */
const builtWeb = fileURLToPath(new URL("../../web/dist", import.meta.url));

export function addServe(program: Command, io: Io): void {
  withDatabase(program.command("serve"))
    .description("启动服务 / serve the city")
    .addOption(new Option("--port <number>", "端口 / port").env("PORT").default(3000).argParser(portOf))
    .addOption(new Option("--host <address>", "监听地址 / address to listen on").env("HOST").default("127.0.0.1"))
    .option("--demo", "数据库为空时建立演示城市 / make the demo city in an empty database")
    .addOption(cityOption())
    .option("--web <folder>", "网页文件夹 / folder of the built console")
    .option("--trust-proxy", "由反向代理转入 / behind a reverse proxy (XIUHUA_TRUST_PROXY=1)")
    .option("--secure-cookies", "仅经 HTTPS 发送 Cookie / cookies over HTTPS only (XIUHUA_SECURE_COOKIES=1)")
    .addOption(
      new Option("--pool <number>", "数据库连接数上限 / connections at most").env("DATABASE_POOL").argParser(poolOf),
    )
    .action(async (options: ServeOptions) => {
      const { url, folder } = placeOf(io, options);
      const web = options.web ?? builtWeb;
      const running = await serve({
        ...(url === undefined ? {} : { databaseUrl: url }),
        folder,
        host: options.host,
        port: options.port,
        demo: options.demo === true,
        now: io.now,
        say: (line) => say(io, line),
        ...(existsSync(web) ? { webFolder: web } : {}),
        ...(options.city === undefined ? {} : { city: options.city }),
        ...(options.trustProxy || isOn(io.env["XIUHUA_TRUST_PROXY"]) ? { trustProxy: true } : {}),
        ...(options.secureCookies || isOn(io.env["XIUHUA_SECURE_COOKIES"]) ? { secureCookies: true } : {}),
        ...(options.pool === undefined ? {} : { connections: options.pool }),
      });
      say(io, `Xiuhua 绣花: ${running.url}`);
      await stopped(io.signal);
      say(io, "Stopping … 正在停止……");
      await running.close();
    });
}

/** `1`, `true`, `yes` and `on` switch on; anything else, also an empty value, leaves off. */
const isOn = (value: string | undefined): boolean => /^(1|true|yes|on)$/i.test(value ?? "");

function poolOf(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 100) return count;
  throw new InvalidArgumentError("a whole number from 1 to 100 / 应为 1–100 的整数");
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535 && text.trim() !== "") return port;
  throw new InvalidArgumentError("a whole number from 0 to 65535 / 应为 0–65535 的整数");
}

function stopped(signal: AbortSignal): Promise<void> {
  return signal.aborted
    ? Promise.resolve()
    : new Promise((wake) => signal.addEventListener("abort", () => wake(), { once: true }));
}
