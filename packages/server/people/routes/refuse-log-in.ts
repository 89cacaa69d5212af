import { ProblemAnswer, standardProblem } from "../../http/index.ts";
import type { CheckResult } from "../log-in.ts";

/** What to say to a wrong password; a locked login is told until when, by the clock of the city. */
export function refusedLogIn(refused: Exclude<CheckResult, { ok: true }>, now: number, zone: string): ProblemAnswer {
  if (refused.reason === "wrong") return standardProblem("wrong-password");
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  const until = clock.format(refused.until);
  const words = {
    zh: `密码错误次数过多，账号已锁定，${until} 后可再试。`,
    en: `Too many wrong passwords; the login is locked until ${until}.`,
  };
  return new ProblemAnswer(429, "locked-out", words, { retryAfter: (refused.until - now) / 1000 });
}
