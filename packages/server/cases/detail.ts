import {
  available,
  colour,
  isLate,
  redactEvent,
  redactRecord,
  type ActContext,
  type CaseRecord,
  type Procedure,
  type ReadableEvent,
  type ReadableRequest,
} from "@xiuhua/core/procedure";
import type { ActionForm, CaseClock, CaseDetail, TimelineEntry } from "../api/index.ts";
import type { Reader } from "../people/index.ts";
import { sealedDevice } from "./device.ts";
import type { Copies } from "./copies.ts";
import { guestRole, handsOut } from "./guest.ts";
import { filesOf } from "./files.ts";
import { initialOf } from "./initial.ts";
import type { DetailRow } from "./queries.ts";
import { iso, named, summaryOf } from "./summary.ts";
import { fieldsInWords, inWords, type WordSources } from "./wording.ts";

/**
 * One case as this reader may see it, with what they may do about it now.
 * @param copies where else its pictures turned up; given for readers of the centre, who are then told what is doubtful
 */
export function detailOf(
  sources: WordSources,
  procedure: Procedure,
  row: DetailRow,
  reader: Reader,
  contexts: readonly ActContext[],
  now: number,
  copies?: Copies,
): CaseDetail {
  const { record } = row;
  const eyes = { person: reader.person, roles: reader.grants.map((grant) => grant.role) };
  const shown = redactRecord(procedure, record, eyes);
  const events = row.events.map((event) => redactEvent(procedure, event, eyes));
  return {
    ...summaryOf(sources, { ...row, photo: photoOf(row) }, now),
    ...(row.component_now ? { componentName: row.component_now.name } : {}),
    since: iso(record.since),
    version: record.version,
    fields: fieldsInWords(sources, procedure, shown),
    subject: { ...shown.subject },
    facts: { ...shown.facts },
    clocks: clocksOf(sources, procedure, record, now),
    openRequests: requestsOf(sources, procedure, shown.requests),
    timeline: events.map((event) => entryOf(sources, procedure, event)),
    evidence: filesOf(sources, procedure, row, eyes, copies),
    links: row.links.map(({ about, ...link }) => (about === null ? link : { ...link, about })),
    ...linkOf(procedure, row, reader, contexts, now),
    actions: available(procedure, record, contexts).map((form): ActionForm => {
      const initial = initialOf(sources, record, form, row.component_now?.owner ?? undefined);
      return { ...form, evidence: { ...form.evidence }, ...(Object.keys(initial).length > 0 ? { initial } : {}) };
    }),
  };
}

function linkOf(
  procedure: Procedure,
  { record, events }: DetailRow,
  { person }: Reader,
  contexts: readonly ActContext[],
  now: number,
): Pick<CaseDetail, "linkUntil"> {
  const { invitation } = record;
  if (!invitation || guestRole(procedure, record, invitation.seq, now) === undefined) return {};
  const inviter = events[invitation.seq - 1]?.actor;
  return handsOut(procedure, record, person, contexts, inviter) ? { linkUntil: iso(invitation.until) } : {};
}

function photoOf(row: DetailRow): string | null {
  return row.files.find((file) => file.kind === "near" || file.kind === "before" || file.kind === "far")?.hash ?? null;
}

function clocksOf(sources: WordSources, procedure: Procedure, record: CaseRecord, now: number): CaseClock[] {
  return Object.entries(record.clocks).flatMap(([name, clock]) => {
    const definition = procedure.clocks[name];
    if (!clock || !definition) return [];
    const late = isLate(clock, now);
    return [
      {
        name,
        title: definition.title,
        basis: definition.basis,
        status: clock.status,
        limit: clock.limit,
        extensions: clock.extensions,
        segments: clock.segments.map(({ from, to }) => ({
          from: iso(from),
          ...(to === undefined ? {} : { to: iso(to) }),
        })),
        share: sources.city.calendar.share(clock.limit, clock.segments, now),
        colour: clock.status === "running" ? colour(clock, now) : late ? "red" : "green",
        late,
        ...(clock.due === undefined ? {} : { dueAt: iso(clock.due) }),
        ...(clock.warn === undefined ? {} : { warnAt: iso(clock.warn) }),
      },
    ];
  });
}

function requestsOf(
  sources: WordSources,
  procedure: Procedure,
  requests: Readonly<Record<string, ReadableRequest>>,
): CaseDetail["openRequests"] {
  return Object.entries(requests).flatMap(([name, request]) =>
    request
      ? [
          {
            name,
            title: procedure.requests[name]?.title ?? { zh: name, en: name },
            at: iso(request.at),
            ...(request.by.person === undefined
              ? {}
              : { by: named(request.by.person, sources.directory.person(request.by.person)) }),
            details: inWords(sources, procedure.actions[request.action]?.input.properties ?? {}, request.input),
          },
        ]
      : [],
  );
}

function entryOf(sources: WordSources, procedure: Procedure, event: ReadableEvent): TimelineEntry {
  const { actor } = event;
  const definition = procedure.actions[event.action];
  const person = (id: string) => named(id, sources.directory.person(id));
  return {
    seq: event.seq,
    at: iso(event.at),
    action: event.action,
    title: definition?.title ?? { zh: event.action, en: event.action },
    actor: {
      role: actor.role,
      roleTitle:
        procedure.roles[actor.role]?.title ??
        (actor.role === "system" ? { zh: "系统", en: "System" } : { zh: actor.role, en: actor.role }),
      // A program and a guest are nobody whose name one could say.
      ...(actor.person === undefined || actor.person === "system" || procedure.roles[actor.role]?.guest
        ? {}
        : { person: person(actor.person) }),
      ...(actor.unit === undefined ? {} : { unit: named(actor.unit, sources.directory.unit(actor.unit)) }),
      ...(actor.onBehalfOf === undefined ? {} : { onBehalfOf: person(actor.onBehalfOf) }),
    },
    to: event.to,
    ...(event.from === null ? {} : { from: event.from }),
    details: inWords(sources, definition?.input.properties ?? {}, event.input),
    evidence: event.evidence.map(({ hash, kind }) => ({ hash, kind })),
    ...(event.device === undefined ? {} : { device: sealedDevice(event.device, event.at) }),
  };
}
