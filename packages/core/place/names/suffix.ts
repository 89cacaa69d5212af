/** What a road may be called after its own name; people leave it out or take one for another. The longer first. */
const suffixes = [
  "高速公路",
  "步行街",
  "快速路",
  "大道",
  "大街",
  "胡同",
  "公路",
  "高速",
  "小道",
  "小路",
  "马路",
  "路",
  "街",
  "道",
  "巷",
  "弄",
  "里",
  "坊",
  "径",
  "线",
] as const;

/** The name without its suffix; the whole where there is none or nothing would be left. */
export function coreOf(name: string): string {
  for (const suffix of suffixes)
    if (name.length > suffix.length && name.endsWith(suffix)) return name.slice(0, -suffix.length);
  return name;
}
