import type { Attempts } from "./attempts.ts";
import type { Passwords } from "./passwords.ts";
import type { Sessions } from "./sessions.ts";

export type LogInResult =
  | { readonly ok: true; readonly person: string; readonly token: string }
  | { readonly ok: false; readonly reason: "wrong" }
  /** Milliseconds since 1970. */
  | { readonly ok: false; readonly reason: "locked"; readonly until: number };

export type CheckResult = Exclude<LogInResult, { ok: true }> | { readonly ok: true; readonly person: string };

/** Whether this is the login's password. An unknown login takes as long and gets the same answers as a wrong password. */
export async function checkPassword(
  attempts: Attempts,
  passwords: Passwords,
  login: string,
  password: string,
): Promise<CheckResult> {
  const attempt = await attempts.begin(login.trim().toLowerCase());
  if (!attempt.ok) return { ok: false, reason: "locked", until: attempt.lockedUntil };
  const right = await passwords.check(attempt.person?.hash, password);
  if (right && attempt.person !== undefined) {
    await attempt.succeeded();
    return { ok: true, person: attempt.person.id };
  }
  if (attempt.lockedUntil !== undefined) return { ok: false, reason: "locked", until: attempt.lockedUntil };
  return { ok: false, reason: "wrong" };
}

/** Checks the password and starts a session. */
export async function logIn(
  { attempts, passwords, sessions }: { attempts: Attempts; passwords: Passwords; sessions: Sessions },
  { login, password, agent }: { login: string; password: string; agent?: string | undefined },
): Promise<LogInResult> {
  const checked = await checkPassword(attempts, passwords, login, password);
  if (!checked.ok) return checked;
  const { token } = await sessions.start(checked.person, agent);
  return { ok: true, person: checked.person, token };
}
