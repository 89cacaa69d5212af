import type { Calendar, Instant } from "@xiuhua/core/calendar";
import { rule, type Effect, type Reference, type Refusal, type Words } from "@xiuhua/core/procedure";

export const outside = rule(
  {
    zh: "该位置不在本市范围内，请在地图上重新选点",
    en: "This place is outside the city; pick the point again on the map",
  },
  "/place",
);

/** A message to whoever reported, where that is a person with an account. */
export function tellReporter(reporter: string | undefined, message: Words): readonly Effect[] {
  return reporter === undefined || reporter === "system" ? [] : [{ kind: "notify", to: reporter, message }];
}

/** The unit must exist, be active and be of a kind that can take cases. */
export function unitCan(
  reference: Reference,
  id: string,
  kinds: readonly string[],
  field = "/department",
): Refusal | undefined {
  const unit = reference.unit(id);
  return unit?.active && kinds.includes(unit.kind)
    ? undefined
    : rule({ zh: "该单位不能承办案件，请另选", en: "This unit cannot take cases; choose another" }, field);
}

/** The person must hold the role now, and at this unit or below it where one is given. */
export function holdsRole(
  reference: Reference,
  id: string,
  role: string,
  at: string,
  unit?: string,
): Refusal | undefined {
  const person = reference.person(id);
  const holds =
    person?.active &&
    person.grants.some((grant) => grant.role === role && (unit === undefined || reference.within(grant.unit, unit)));
  return holds
    ? undefined
    : rule({ zh: "此人不担任该岗位，请另选", en: "This person does not hold that post; choose another" }, at);
}

/** A place as it is kept: with the area and cell that the grid knows. */
export function placed<Place extends { readonly lng: number; readonly lat: number }>(
  place: Place,
  reference: Reference,
) {
  return { ...place, ...reference.locate(place.lng, place.lat) };
}

/** The point must lie in the city. */
export function inCity(
  place: { readonly lng: number; readonly lat: number } | undefined,
  reference: Reference,
): Refusal | undefined {
  return place === undefined || reference.locate(place.lng, place.lat) ? undefined : outside;
}

/** The end of the day in the city that an instant lies in: who says “by the 31st” means all of it. */
export function endOfDay(calendar: Calendar, at: Instant): Instant {
  return calendar.atLocal(calendar.localDate(at), "23:59:59");
}

/** A date that somebody sets must lie ahead. */
export function ahead(at: Instant | undefined, now: Instant, field: string): Refusal | undefined {
  return at === undefined || at > now
    ? undefined
    : rule({ zh: "日期须晚于现在，请改选", en: "The date must lie ahead; pick another" }, field);
}

/** The other case that a step is about: it must exist, be another one, and be of this procedure where one is named. */
export function otherCase(
  reference: Reference,
  own: string,
  no: string,
  field: string,
  procedure?: string,
): Refusal | undefined {
  const found = reference.linked(no);
  return found && no !== own && (procedure === undefined || found.procedure === procedure)
    ? undefined
    : rule({ zh: `没有 ${no} 这个编号，或与本件相同`, en: `There is no other matter ${no}` }, field);
}
