import {
  isInvited,
  mayDo,
  sources,
  type ActContext,
  type Actor,
  type CaseRecord,
  type Procedure,
} from "@xiuhua/core/procedure";

/** Somebody without an account: the role says what they are, and nobody knows who. */
export const guestActor = (role: string): Actor => ({ person: "guest", role });

/**
 * As what somebody may act whom the event `seq` let in; undefined once that has ended: by its time, by a newer invitation,
 * or with the case, unless its last state is one in which the link may still be opened.
 */
export function guestRole(procedure: Procedure, record: CaseRecord, seq: number, now: number): string | undefined {
  const { invitation } = record;
  if (invitation?.seq !== seq || !isInvited(record, invitation.role, now)) return undefined;
  if (procedure.states[record.state]?.final !== true) return invitation.role;
  const opens = procedure.actions[procedure.roles[invitation.role]?.guest?.opens ?? ""];
  return opens && sources(opens).includes(record.state) ? invitation.role : undefined;
}

/** Whether somebody may hand out the link that is open now: they may let somebody in, or this time it was they who did. */
export function handsOut(
  procedure: Procedure,
  record: CaseRecord,
  person: string,
  contexts: readonly ActContext[],
  inviter: Actor | undefined,
): boolean {
  if (inviter && (inviter.person === person || inviter.onBehalfOf === person)) return true;
  return Object.values(procedure.actions).some(
    (action) =>
      action.opens === undefined &&
      action.invites !== undefined &&
      contexts.some((context) => mayDo(procedure, record, action, context) === undefined),
  );
}
