import { Type } from "typebox";
import { nationalPatterns } from "@xiuhua/core/catalogue";
import type { City, SettingsGroup } from "../city/index.ts";

const settings = Type.Object({
  codePattern: Type.String({
    default: nationalPatterns.component.source,
    description:
      "部件标识码的形式（正则表达式），county 为区县 6 位，type 为大小类；2013 年版 16 位、2026 年版 17 位 / form of a component's code",
  }),
});

/** What a city decides of its components. */
export const componentSettings: SettingsGroup<typeof settings> = {
  id: "components",
  title: { zh: "部件", en: "Components" },
  settings,
  fault({ codePattern }) {
    const fault = (zh: string, en: string) => ({ field: "/codePattern", message: { zh, en } });
    try {
      const whole = new RegExp(`^(?:${codePattern})$`);
      const groups = new RegExp(`${whole.source}|`).exec("")?.groups ?? {};
      return "county" in groups && "type" in groups
        ? undefined
        : fault("须有命名组 county 和 type", "needs the named groups county and type");
    } catch {
      return fault("不是正则表达式", "is no regular expression");
    }
  },
};

/** The city's form of a component's code, to be given to `readComponentCode`. */
export function codePattern(city: Pick<City, "settings">): RegExp {
  return new RegExp(`^(?:${city.settings(componentSettings).codePattern})$`);
}
