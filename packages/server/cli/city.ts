import { Option, type Command } from "commander";
import { chinaWorkingTime, cityCodes, foundCity } from "../city/index.ts";
import { hashPassword } from "../people/index.ts";
import { defaultPlaceSettings, loadFile, within, type LoadedPlaces } from "../places/index.ts";
import { addCitySettings } from "./city-settings.ts";
import { placeOf, usingDatabase, withDatabase, type PlaceOptions } from "./database.ts";
import { UsageError } from "./exit.ts";
import { sayFindings } from "./findings.ts";
import { firstLine, say, tell, type Io } from "./io.ts";

interface CreateOptions extends PlaceOptions {
  readonly code: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly admin: string;
  readonly areas: string;
}

/** `city create`: an empty city with its areas and one administrator; everything else is done in the console. */
export function addCity(program: Command, io: Io): void {
  const city = program.command("city").description("城市 / cities");
  addCitySettings(city, io);
  withDatabase(city.command("create"))
    .description(
      "建立一座真实城市，从标准输入读取管理员密码 / found a city; the administrator's password is read from standard input",
    )
    .addOption(new Option("--code <digits>", "四位城市代码 / four digits, as in GB/T 2260").makeOptionMandatory())
    .addOption(new Option("--name <name>", "城市名称 / its Chinese name").makeOptionMandatory())
    .option("--name-en <name>", "英文名称 / its English name")
    .addOption(
      new Option(
        "--areas <file>",
        "区划 GeoJSON（WGS 84，属性 code、name、level）/ areas as GeoJSON",
      ).makeOptionMandatory(),
    )
    .option("--admin <login>", "管理员账号 / the administrator's login", "admin")
    .action(async (options: CreateOptions) => {
      if (!/^[1-9]\d{3}$/.test(options.code))
        throw new UsageError("--code 应为四位数字。", "--code takes four digits.");
      if (!/^[a-z0-9._-]{2,64}$/.test(options.admin))
        throw new UsageError(
          "--admin 只能含小写字母、数字和 . _ -。",
          "--admin takes lower-case letters, digits and . _ -",
        );
      say(io, `管理员 ${options.admin} 的密码（至少 8 位）/ password for ${options.admin} (8 characters or more):`);
      const password = await firstLine(io.stdin);
      if (password.length < 8) throw new UsageError("密码至少 8 位。", "The password needs 8 characters or more.");
      const passwordHash = await hashPassword(password);
      const name = { zh: options.name, en: options.nameEn ?? options.name };
      let loaded: LoadedPlaces | undefined;
      await usingDatabase(placeOf(io, options), async (db) => {
        if ((await cityCodes(db)).includes(options.code))
          throw new UsageError(`城市 ${options.code} 已存在。`, `City ${options.code} exists already.`);
        await db.transaction(async (tx) => {
          await foundCity(
            tx,
            { code: options.code, name, demo: false, workingTime: chinaWorkingTime },
            { login: options.admin, passwordHash },
          );
          loaded = await loadFile(within(tx), {
            city: options.code,
            kind: "areas",
            path: options.areas,
            settings: defaultPlaceSettings,
            datum: "wgs84",
            tolerance: 1,
            // A city may begin with some of its areas.
            partial: true,
            origin: { at: io.now(), by: "xiuhua city create" },
            outcome: "enforce",
          });
          sayFindings(io, loaded.findings);
          if (loaded.version === undefined)
            throw new UsageError("区划有误，城市未建立。", "The areas are not right; no city was founded.");
        });
      });
      say(io, `城市 ${options.name} 已建立。/ The city stands.`);
      tell(io, { city: options.code, areas: loaded?.features ?? 0, administrator: options.admin });
    });
}
