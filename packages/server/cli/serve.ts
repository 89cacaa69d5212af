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
    .addOption(new Option("--trust-proxy", "由反向代理转入 / behind a reverse proxy").env("XIUHUA_TRUST_PROXY"))
    .addOption(
      new Option("--secure-cookies", "仅经 HTTPS 发送 Cookie / cookies over HTTPS only").env("XIUHUA_SECURE_COOKIES"),
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
        ...(options.trustProxy === undefined ? {} : { trustProxy: true }),
        ...(options.secureCookies === undefined ? {} : { secureCookies: true }),
      });
      say(io, `Xiuhua 绣花: ${running.url}`);
      await stopped(io.signal);
      say(io, "Stopping … 正在停止……");
      await running.close();
    });
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
