import { create } from "fontkit";

/** What a typeface has, and how wide it is. */
export interface Glyphs {
  readonly has: (code: number) => boolean;
  /** In parts of the font's size. */
  readonly width: (text: string) => number;
}

/** The widths of a font's characters, each looked up once. */
export function glyphsOf(file: Buffer): Glyphs {
  const font = create(file);
  if (!("glyphForCodePoint" in font)) throw new TypeError("A single font was expected, not a collection");
  const widths = new Map<number, number>();
  const widthOf = (code: number): number => {
    const known = widths.get(code);
    if (known !== undefined) return known;
    const width = font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm;
    widths.set(code, width);
    return width;
  };
  return {
    has: (code) => font.hasGlyphForCodePoint(code),
    width: (text) => Array.from(text).reduce((sum, character) => sum + widthOf(character.codePointAt(0) ?? 0), 0),
  };
}
