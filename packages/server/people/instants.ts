import { done, invalid, type Outcome } from "../outcome.ts";

/** The furthest instant both JavaScript and PostgreSQL print with a four-digit year. */
const furthest = Date.UTC(9999, 11, 31);

/** Milliseconds of an instant that somebody sent; `field` names it in the refusal. */
export function readInstant(text: string, field: string): Outcome<number> {
  // Without a zone it would be read in the server's own.
  const at = /(?:z|[+-]\d\d:?\d\d)$/i.test(text) ? Date.parse(text) : NaN;
  if (at >= 0 && at <= furthest) return done(at);
  return invalid(field, {
    zh: "时间不正确，应为带时区的 ISO 8601 时间，如 2026-03-01T08:00:00Z",
    en: "Not an instant: use ISO 8601 with its zone, such as 2026-03-01T08:00:00Z",
  });
}

/** A stretch of time with both, one or no end; the end must come after the beginning. */
export function readSpan<From extends string | undefined, To extends string | undefined>(
  from: From,
  to: To,
  fields: { readonly from: string; readonly to: string },
): Outcome<{ from: Instant<From>; to: Instant<To> }>;
export function readSpan(
  from: string | undefined,
  to: string | undefined,
  fields: { readonly from: string; readonly to: string },
): Outcome<{ from: number | undefined; to: number | undefined }> {
  const begin = from === undefined ? done(undefined) : readInstant(from, fields.from);
  if (!begin.ok) return begin;
  const end = to === undefined ? done(undefined) : readInstant(to, fields.to);
  if (!end.ok) return end;
  if (begin.value !== undefined && end.value !== undefined && end.value <= begin.value)
    return invalid(fields.to, { zh: "结束时间应晚于开始时间", en: "The end must be after the beginning" });
  return done({ from: begin.value, to: end.value });
}

type Instant<Text> = Text extends string ? number : Text extends undefined ? undefined : number | undefined;

export const isoInstant = (at: number): string => new Date(at).toISOString();
