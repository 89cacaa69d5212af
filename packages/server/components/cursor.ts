import type { DueCursor } from "./queries.ts";

/** Where a page begins, opaque to clients. */
export const cursorText = (parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString("base64url");

/** The code after which a page begins. A cursor that is not ours begins at the first page. */
export const codeCursor = (text: string | undefined): string => partsOf(text)[0] ?? "";

export function dueCursor(text: string | undefined): DueCursor | undefined {
  const [on, code] = partsOf(text);
  return on !== undefined && code !== undefined && /^\d{4}-\d\d-\d\d$/.test(on) ? { on, code } : undefined;
}

function partsOf(text: string | undefined): string[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text ?? "", "base64url").toString("utf8"));
    return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
  } catch {
    return [];
  }
}
