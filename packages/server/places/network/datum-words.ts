import type { Words } from "@xiuhua/core/procedure";
import type { Datum } from "./datum.ts";
import type { Suspicion } from "./datum-judge.ts";

const names: Readonly<Record<Datum, string>> = { wgs84: "WGS 84", gcj02: "GCJ-02", bd09: "BD-09" };
const grounds: Readonly<Record<Suspicion["by"], Words>> = {
  roads: { zh: "与现有同名道路比较", en: "compared with the present roads of the same names" },
  cases: { zh: "与现有案件的位置比较", en: "compared with the places of the cases" },
  outline: { zh: "与本市边界、区划比较", en: "compared with the borders of the city and its areas" },
  components: { zh: "与已登记的同一部件比较", en: "compared with the same components as they are registered" },
  roadNames: { zh: "与名称中的道路比较", en: "compared with the roads that the names tell" },
};

/** What a person is told and asked of a file whose datum seems to be wrong. */
export function datumWords(read: Datum, { datum, metres, by }: Suspicion): Words {
  return {
    zh: `坐标系可能不对：${grounds[by].zh}，整体偏移约 ${Math.round(metres)} 米，很像是 ${names[datum]}，却按 ${names[read]} 读取。请加 --datum ${datum} 重新导入；若确认就是 ${names[read]}，请写 --datum ${read} --as-is。未作任何改动。`,
    en: `the datum seems to be wrong: ${grounds[by].en}, all of it lies about ${Math.round(metres)} m off. It looks like ${names[datum]}, but was read as ${names[read]}. Load it again with --datum ${datum}; if it is ${names[read]} all the same, say --datum ${read} --as-is. Nothing was changed.`,
  };
}
