/** Characters of a kept name; file systems end near 255 bytes, which is 85 Chinese characters. */
const mostCharacters = 80;

/**
 * The name a file came with, made harmless, for people to read; undefined when nothing is left. It is kept in the
 * record and offered at download, and is never part of a path on our side.
 */
export function plainName(name: string | undefined): string | undefined {
  const last = (name ?? "").split(/[/\\]/).at(-1) ?? "";
  const readable = last
    // Control and formatting characters (NUL, line ends, right-to-left overrides) and halves of surrogate pairs.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "")
    .replace(/["*:<>?|]/g, "_")
    .replace(/\.[a-zA-Z0-9]{1,5}$/, "")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  const short = Array.from(readable).slice(0, mostCharacters).join("");
  return short === "" ? undefined : short;
}

/**
 * The header `Content-Disposition` (RFC 6266, RFC 8187). The extension is the content's own, so that a PDF that came
 * as `notice.exe` is saved as `notice.pdf`.
 */
export function contentDisposition(disposition: "inline" | "attachment", name: string, extension: string): string {
  const full = `${name}.${extension}`;
  const ascii = full.replace(/[^a-zA-Z0-9._ -]/g, "_");
  const encoded = encodeURIComponent(full).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${disposition}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
