import { available, redactRecord, type ActContext, type CaseRecord, type Procedure } from "@xiuhua/core/procedure";
import type { GuestTask } from "../api/index.ts";
import { fieldsInWords, type WordSources } from "../cases/index.ts";

export interface Guest {
  readonly procedure: Procedure;
  readonly record: CaseRecord;
  readonly role: string;
  readonly opens: string;
  readonly context: ActContext;
}

/** A case as the guest reads it: what their role names, and what they may do now. Forms begin empty. */
export function guestTask(sources: WordSources, { procedure, record, role, opens, context }: Guest): GuestTask {
  const shown = redactRecord(procedure, record, { person: context.actor.person, roles: [role] });
  const place = pointOf(shown.subject["place"]);
  return {
    no: record.no,
    procedure: procedure.title,
    role: procedure.roles[role]?.title ?? { zh: role, en: role },
    state: procedure.states[record.state]?.title ?? { zh: record.state, en: record.state },
    until: new Date(record.invitation?.until ?? context.now).toISOString(),
    fields: fieldsInWords(sources, procedure, shown),
    ...(place ? { place } : {}),
    actions: available(procedure, record, [context])
      .filter(({ action }) => action !== opens)
      .map((form) => ({ ...form, evidence: { ...form.evidence } })),
  };
}

function pointOf(place: unknown): { lng: number; lat: number } | undefined {
  if (typeof place !== "object" || place === null) return undefined;
  const [lng, lat]: unknown[] = [Reflect.get(place, "lng"), Reflect.get(place, "lat")];
  return typeof lng === "number" && typeof lat === "number" ? { lng, lat } : undefined;
}
