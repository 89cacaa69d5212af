import type { Calendar, Instant } from "@xiuhua/core/calendar";
import { rule, type CaseRecord, type EvidenceReference, type Reference, type Refusal } from "@xiuhua/core/procedure";

export * from "../shared/rules.ts";

const day = 24 * 3600 * 1000;

export const future = rule({ zh: "发现时间不能晚于现在", en: "It cannot have been seen in the future" }, "/capturedAt");

export const unknownType = rule(
  { zh: "没有这个案件类别，请重新选择", en: "There is no such type; pick another" },
  "/type",
);

export const unknownComponent = rule(
  { zh: "没有这个部件，请重新选择或不填", en: "There is no such component; pick another, or none" },
  "/component",
);

/** The type of a case: what was said, else what its component is. A lamp post with posters on it is still about posters. */
export function typeOf(
  { type, component }: { readonly type?: string; readonly component?: string },
  reference: Reference,
): { type?: string } {
  const known = type ?? (component === undefined ? undefined : reference.component(component)?.type);
  return known === undefined ? {} : { type: known };
}

/** The criterion must exist and belong to the type: it sets the limit. */
export function criterionFits(reference: Reference, type: string, criterion: string): Refusal | undefined {
  const found = reference.type(type);
  if (!found) return rule({ zh: "没有这个案件类别，请重新选择", en: "There is no such type; pick another" }, "/type");
  return reference.criterion(criterion)?.type === found.code
    ? undefined
    : rule({ zh: "立案条件不属于该类别，请重新选择", en: "The criterion does not belong to this type" }, "/criterion");
}

/** A hold ends on a date ahead, and not further off than the city allows. */
export function holdDate(until: Instant, now: Instant, mostDays: number): Refusal | undefined {
  if (until <= now) return rule({ zh: "挂账截止时间须晚于现在", en: "The hold must end in the future" }, "/until");
  return until > now + mostDays * day
    ? rule({ zh: `挂账最长 ${mostDays} 天`, en: `A hold lasts at most ${mostDays} days` }, "/until")
    : undefined;
}

/** 延期: never after the limit has passed, and at most so many times (Yuncheng: two). */
export function extensionBarred(view: {
  readonly case: Pick<CaseRecord, "clocks">;
  readonly settings: { readonly mostExtensions: number };
  readonly now: Instant;
  readonly calendar: Calendar;
}): Refusal | undefined {
  const clock = view.case.clocks["handle"];
  if (!clock) return rule({ zh: "处置时限尚未起算", en: "The limit has not begun to run" });
  if (clock.due !== undefined && view.now > clock.due)
    return rule({ zh: "已超过处置时限，不能延期", en: "The limit has passed; it cannot be extended" });
  return clock.extensions >= view.settings.mostExtensions
    ? rule({
        zh: `最多延期 ${view.settings.mostExtensions} 次`,
        en: `At most ${view.settings.mostExtensions} extensions`,
      })
    : undefined;
}

/** Where a refused return goes on. */
export function backTo(cameFrom: string | undefined): "dispatched" | "handling" | "districtFiled" {
  return cameFrom === "handling" || cameFrom === "districtFiled" ? cameFrom : "dispatched";
}

/** How many of the files are pictures. */
export function photosIn(evidence: readonly EvidenceReference[]): number {
  return evidence.filter(({ kind }) => kind !== "audio" && kind !== "document").length;
}

/** A return that was denied did not happen. */
export function withoutLast(returnedBy: readonly string[] | undefined): string[] | null {
  return returnedBy && returnedBy.length > 1 ? returnedBy.slice(0, -1) : null;
}
