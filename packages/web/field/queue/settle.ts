import type { Problem } from "@xiuhua/server/api";
import { waitBefore } from "./back-off.ts";
import type { Entry, QueuedFile } from "./entry.ts";
import type { Outcome } from "./outcome.ts";

/** How often files that the server lost are sent again before a person is asked. */
const mostLosses = 3;

const filesLost = {
  type: "urn:xiuhua:problem:files-lost",
  title: "Files lost",
  status: 422,
  message: {
    zh: "附件传了几次，服务器都没有留住。请稍后再试；仍不行，请联系管理员。",
    en: "The server did not keep the files, though they were sent several times. Try later, or tell the administrator.",
  },
};

export interface At {
  readonly now: number;
  readonly random: () => number;
  /** The file that the step was about. */
  readonly file?: string;
}

/** The entry after a step; undefined where it stays what it was. */
export function settle(entry: Entry, outcome: Outcome, { now, random, file }: At): Entry | undefined {
  switch (outcome.kind) {
    case "uploaded":
      return { ...entry, files: entry.files.map((one) => (one.id === file ? { ...one, stored: true } : one)) };
    case "accepted":
      return { ...entry, state: "sent", answer: outcome.answer, sentAt: now };
    case "refused":
      return withoutTime(entry, outcome.problem) ?? { ...entry, state: "refused", problem: outcome.problem };
    case "overtaken":
      return { ...entry, state: "conflict", problem: outcome.problem };
    case "filesLost": {
      const files = entry.files.map((one) => (file === undefined || one.id === file ? unsent(one) : one));
      return entry.tries < mostLosses
        ? { ...later(entry, now + waitBefore(entry.tries, random)), files }
        : { ...entry, state: "refused", problem: filesLost, files };
    }
    case "busy":
      return later(entry, now + (outcome.after ?? waitBefore(entry.tries, random)));
    case "unreachable":
      // The browser may have believed in a network that led nowhere: it waited on the phone all the same.
      return entry.offline ? undefined : { ...entry, offline: true };
    case "loggedOut":
      return undefined;
  }
}

/**
 * A phone whose clock is fast says that something was seen in the future. That is no reason to trouble the person: the
 * time stands in the device's own words, beside how far its clock was off, and leaves the form.
 */
function withoutTime(entry: Entry, problem: Problem): Entry | undefined {
  const about = problem.problems ?? [];
  if (!("capturedAt" in entry.input) || about.length === 0 || about.some(({ field }) => field !== "/capturedAt"))
    return undefined;
  const { capturedAt: _fast, ...input } = entry.input;
  return { ...entry, input };
}

const later = (entry: Entry, notBefore: number): Entry => ({ ...entry, tries: entry.tries + 1, notBefore });

/** To be sent from the beginning. */
function unsent(file: QueuedFile): QueuedFile {
  const { uploadUrl: _gone, ...rest } = file;
  return { ...rest, stored: false };
}
