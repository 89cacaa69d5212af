/**
 * JSON with one record a line: small, and a change of one record is one line in review.
 * `lines` names the depth to which arrays and objects are broken; below it a value stays on its line.
 */
export function compact(value: unknown, lines: number, indent = ""): string {
  if (lines === 0 || typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent} `;
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const parts = Array.isArray(value)
    ? value.map((each) => inner + compact(each, lines - 1, inner))
    : Object.entries(value)
        .filter(([, each]) => each !== undefined)
        .map(([key, each]) => `${inner}${JSON.stringify(key)}: ${compact(each, lines - 1, inner)}`);
  return parts.length === 0 ? `${open}${close}` : `${open}\n${parts.join(",\n")}\n${indent}${close}`;
}
