import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { configureCity, readSettings } from "../city/index.ts";
import { makePeople } from "../people/index.ts";
import { settingsGroups } from "../settings-groups.ts";
import { cityOf, cityOption, placeOf, usingDatabase, withDatabase, type PlaceOptions } from "./database.ts";
import { UsageError } from "./exit.ts";
import { firstLine, say, tell, type Io } from "./io.ts";

interface CityOptions extends PlaceOptions {
  readonly city?: string;
}

/** `city show`, `city configure FILE`, `city password LOGIN`: what a city decides, and the way back in. */
export function addCitySettings(city: Command, io: Io): void {
  withDatabase(city.command("show"))
    .description("输出工作时间和各流程的设置（JSON）/ print working time and settings")
    .addOption(cityOption())
    .action(async (options: CityOptions) => {
      const settings = await usingDatabase(placeOf(io, options), async (db) =>
        readSettings(db, await cityOf(db, options.city)),
      );
      io.stdout.write(`${JSON.stringify(settings, null, 2)}\n`);
    });

  withDatabase(city.command("configure <file>"))
    .description("用 JSON 文件替换设置；重启服务后生效 / replace the settings by a JSON file")
    .addOption(cityOption())
    .action(async (file: string, options: CityOptions) => {
      const document = await jsonOf(file);
      await usingDatabase(placeOf(io, options), async (db) =>
        configureCity(db, await cityOf(db, options.city), document, settingsGroups),
      );
      say(io, "设置已保存，重启服务后生效。/ Saved; a running server takes it up when it starts again.");
    });

  withDatabase(city.command("password <login>"))
    .description("重设某人的密码，从标准输入读取 / set somebody's password, read from standard input")
    .addOption(cityOption())
    .action(async (login: string, options: CityOptions) => {
      say(io, `${login} 的新密码（至少 8 位）/ new password for ${login} (8 characters or more):`);
      const password = await firstLine(io.stdin);
      await usingDatabase(placeOf(io, options), async (db) => {
        const people = await makePeople({ db, city: await cityOf(db, options.city), now: io.now });
        const person = people.directory.persons().find((one) => one.login === login);
        if (!person) throw new UsageError(`没有账号 ${login}。`, `There is no account ${login}.`);
        const set = await people.staff.setPassword(person.id, password);
        if (!set.ok) throw new UsageError(set.refusal.message.zh, set.refusal.message.en);
        await people.staff.unlock(person.id);
      });
      tell(io, { login, password: "set" });
    });
}

export async function jsonOf(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    throw new UsageError(`${file} 读不出来，或不是 JSON。`, `${file} cannot be read, or is not JSON: ${String(error)}`);
  }
}
