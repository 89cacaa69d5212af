import { Option, type Command } from "commander";
import { Type } from "typebox";
import { parse } from "@xiuhua/core/procedure";
import { chinaWorkingTime, cityCodes, foundCity } from "../city/index.ts";
import { hashPassword } from "../people/index.ts";
import { AreaFeature, saveAreas } from "../places/index.ts";
import { addCitySettings, jsonOf } from "./city-settings.ts";
import { placeOf, usingDatabase, withDatabase, type PlaceOptions } from "./database.ts";
import { UsageError } from "./exit.ts";
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
      const features = await areasOf(options.areas, options.code);
      say(io, `管理员 ${options.admin} 的密码（至少 8 位）/ password for ${options.admin} (8 characters or more):`);
      const password = await firstLine(io.stdin);
      if (password.length < 8) throw new UsageError("密码至少 8 位。", "The password needs 8 characters or more.");
      const passwordHash = await hashPassword(password);
      const name = { zh: options.name, en: options.nameEn ?? options.name };
      await usingDatabase(placeOf(io, options), async (db) => {
        if ((await cityCodes(db)).includes(options.code))
          throw new UsageError(`城市 ${options.code} 已存在。`, `City ${options.code} exists already.`);
        await db.transaction(async (tx) => {
          await foundCity(
            tx,
            { code: options.code, name, demo: false, workingTime: chinaWorkingTime },
            { login: options.admin, passwordHash },
          );
          await saveAreas(tx, options.code, features);
        });
      });
      say(io, `城市 ${options.name} 已建立。/ The city stands.`);
      tell(io, { city: options.code, areas: features.length, administrator: options.admin });
    });
}

/** The file's areas, each of this city. */
async function areasOf(file: string, code: string): Promise<AreaFeature[]> {
  const json = await jsonOf(file);
  const parsed = parse(Type.Object({ features: Type.Array(AreaFeature, { minItems: 1 }) }), json);
  if (!parsed.ok) {
    const [first] = parsed.problems;
    throw new UsageError(
      `${file} 第 ${first?.field ?? ""} 处：${first?.message.zh ?? ""}`,
      `${file} at ${first?.field ?? ""}: ${first?.message.en ?? ""}`,
    );
  }
  const stranger = parsed.value.features.find((feature) => !feature.properties.code.startsWith(code));
  if (stranger)
    throw new UsageError(
      `区划 ${stranger.properties.code} 不属于城市 ${code}。`,
      `Area ${stranger.properties.code} is not of city ${code}.`,
    );
  return parsed.value.features;
}
