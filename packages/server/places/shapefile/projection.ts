import { NetworkProblem } from "../network/index.ts";

/** Datums of before CGCS2000. They lie some hundred metres off, differently in each place. */
const old = /xian|beijing|西安|北京|krassow/i;

/**
 * The coordinate system to convert from; undefined where the coordinates are degrees already. CGCS2000 and WGS 84
 * differ by centimetres, which is nothing here. @throws NetworkProblem for a datum that cannot be converted exactly
 */
export function projectionOf(file: string, prj: string | undefined): string | undefined {
  if (prj === undefined) return undefined;
  if (old.test(prj))
    throw new NetworkProblem(
      { file },
      {
        zh: "坐标系是西安 80 或北京 54，换算需要当地参数。请由测绘部门转换为 CGCS2000 后再导入。",
        en: "its datum is Xi'an 80 or Beijing 54, whose conversion needs local parameters; have it converted to CGCS2000 first.",
      },
    );
  return /^\s*PROJCS/i.test(prj) ? prj : undefined;
}
