import type { Finding } from "../places/index.ts";
import { say, type Io } from "./io.ts";

/** Findings for people, errors first, each with the places where it shows and the way out. */
export function sayFindings(io: Io, findings: readonly Finding[]): void {
  for (const level of ["error", "hint"] as const)
    for (const one of findings.filter((finding) => finding.level === level)) sayFinding(io, one);
}

function sayFinding(io: Io, { level, what, remedy, count, instances }: Finding): void {
  const mark = level === "error" ? "✗ Error 错误" : "· Hint 提示";
  say(io, `${mark}：${what.zh}。${what.en}.`);
  for (const { codes, detail, at } of instances) {
    const words = detail === undefined ? "" : detail.zh === detail.en ? detail.zh : `${detail.zh} (${detail.en})`;
    const place = at === undefined ? "" : `@ ${at[0].toFixed(6)},${at[1].toFixed(6)}`;
    say(io, `    ${[codes.join(" × "), words, place].filter((part) => part !== "").join("  ")}`);
  }
  if (count > instances.length) say(io, `    …… ${count - instances.length} more 另有 ${count - instances.length} 处`);
  say(io, `  → ${remedy.zh} ${remedy.en}`);
}
