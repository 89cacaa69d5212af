export type Language = "zh" | "en";

/**
 * The language a client asks for with `Accept-Language` (RFC 9110 §12.5.4): the better liked of the two we speak, the
 * earlier one where both are liked alike, Chinese where neither is named.
 */
export function languageOf(header: string | undefined): Language {
  let best: { language: Language; weight: number } = { language: "zh", weight: 0 };
  for (const part of (header ?? "").split(",").slice(0, 20)) {
    const [range = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
    const language = range.split("-")[0];
    if (language !== "zh" && language !== "en") continue;
    const quality = parameters.find((one) => one.startsWith("q="));
    const weight = quality === undefined ? 1 : Number(quality.slice(2));
    if (weight > best.weight) best = { language, weight };
  }
  return best.language;
}
