import type { Prepared } from "./prepare.ts";
import { shortened } from "./reading.ts";

/** One thing to ask of the engine: who does what, when. */
export interface Step {
  readonly action: string;
  readonly role: string;
  readonly at: number;
  readonly input: Readonly<Record<string, unknown>>;
}

const reasonOf = (what: string, note: string | undefined): string =>
  shortened(note === undefined ? `历史数据导入：${what}` : `历史数据导入：${what}。${note}`, 500);

/**
 * The steps of the city case that lead where the source system had the case. Its own checks are not in such a file, and
 * photos of them cannot be had, so a closed case is force-closed and says why.
 */
export function stepsOf(row: Prepared, criterion: string | undefined, department: string | undefined): Step[] {
  const { times, type } = row;
  const report: Step = {
    action: "report",
    role: "intakeOfficer",
    at: times.opened,
    input: {
      place: row.place,
      description: row.description,
      source: row.channel,
      type,
      externalNo: row.id,
      ...(row.informant === undefined ? {} : { informant: row.informant }),
    },
  };
  const end = (action: string, role: string, what: string): Step => ({
    action,
    role,
    at: times.ended ?? times.dispatched,
    input: { reason: reasonOf(what, row.closingNote) },
  });
  if (row.outcome === "reported") return [report];
  if (row.outcome === "notAccepted") return [report, end("refuse", "intakeOfficer", "来源系统不予受理")];

  const accept: Step = { action: "accept", role: "intakeOfficer", at: times.accepted, input: { type } };
  if (row.outcome === "voided") return [report, accept, end("approveVoid", "shiftLeader", "来源系统已作废")];

  const file: Step = {
    action: "file",
    role: "shiftLeader",
    at: times.filed,
    input: { type, criterion: criterion ?? "" },
  };
  const dispatch: Step = {
    action: "dispatch",
    role: "dispatcher",
    at: times.dispatched,
    input: {
      department: department ?? "",
      ...(row.due === undefined ? {} : { note: `来源系统办结时限：${row.due}` }),
    },
  };
  const open = [report, accept, file, dispatch];
  return row.outcome === "closed" ? [...open, end("forceClose", "shiftLeader", "来源系统已结案")] : open;
}
