import { readFile } from "node:fs/promises";
import { pinyin } from "pinyin-pro";
import { Type } from "typebox";
import { Value } from "typebox/value";

/** Codes are short here: 6 digits for a district, 9 for a sub-district, 12 for a community. */
export interface Division {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
}
export interface SubDistrict extends Division {
  readonly communities: readonly Division[];
}
export interface District extends Division {
  /** Only statistics know the code: a development zone, not a division of GB/T 2260. */
  readonly local?: true;
  readonly fullName?: string;
  readonly subDistricts: readonly SubDistrict[];
}

const Source = Type.Object({
  divisions: Type.Array(
    Type.Object({ code: Type.String(), name: Type.String(), level: Type.String(), parent: Type.String() }),
  ),
});
const urban = ["410802", "410803", "410804", "410811", "410871"];

const romanised = (zh: string): string => {
  const letters = pinyin(zh, { toneType: "none", type: "array", v: true }).join("").replaceAll("v", "ü");
  return letters.charAt(0).toUpperCase() + letters.slice(1);
};

/** The committee's name is cut to the place's: 枫花园街社区居委会 → 枫花园街社区, 东王封村委会 → 东王封村. */
function communityName(given: string): Division["name"] {
  const zh = given
    .replace(/社区居(民委员|委)会$/, "社区")
    .replace(/村?村(民委员|委)会$/, "村")
    .replace(/居(民委员|委)会$/, "社区");
  const [, stem = zh, ending = ""] = /^(.*?)(虚拟社区|社区|村)$/.exec(zh) ?? [];
  const kind = { 虚拟社区: " Virtual Community", 社区: " Community", 村: " Village" }[ending] ?? "";
  return { zh, en: romanised(stem) + kind };
}

function subDistrictName(zh: string): Division["name"] {
  const [, stem = zh, ending = ""] = /^(.*?)(街道|镇|乡)$/.exec(zh) ?? [];
  return { zh, en: `${romanised(stem)}${{ 街道: " Sub-district", 镇: " Town", 乡: " Township" }[ending] ?? ""}` };
}

/** The urban districts out of the collected divisions of the whole prefecture. */
export async function readDistricts(path: string): Promise<District[]> {
  const { divisions } = Value.Parse(Source, JSON.parse(await readFile(path, "utf8")));
  const below = (code: string) => divisions.filter(({ parent }) => parent === code);
  return urban.map((code) => {
    const local = code === "410871";
    const given = divisions.find((each) => each.code === `${code}000000`);
    if (given === undefined) throw new Error(`no district ${code} in ${path}`);
    const zh = local ? "示范区" : given.name;
    return {
      code,
      name: { zh, en: local ? "Demonstration Zone" : `${romanised(zh.slice(0, -1))} District` },
      ...(local ? { local, fullName: given.name } : {}),
      subDistricts: below(given.code).map((street) => ({
        code: street.code.slice(0, 9),
        name: subDistrictName(street.name),
        communities: below(street.code).map((each) => ({ code: each.code, name: communityName(each.name) })),
      })),
    };
  });
}
