/**
 * Letters on the map are drawn by the browser from its own fonts, Chinese and digits alike: without `glyphs` in its style
 * MapLibre takes these names as a CSS font list. Nothing is fetched for them, neither from us nor from anybody else.
 */
const families = [
  "PingFang SC",
  "HarmonyOS Sans SC",
  "Microsoft YaHei",
  "Noto Sans CJK SC",
  "Source Han Sans SC",
  "WenQuanYi Micro Hei",
];

export const plainFont: string[] = families;
/** MapLibre reads the weight out of the first name; no machine has a font of that name, so the next one is taken, bold. */
export const boldFont: string[] = ["Xiuhua Bold", ...families];
