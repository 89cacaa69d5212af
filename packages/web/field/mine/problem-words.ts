import type { Problem } from "@xiuhua/server/api";
import { ProblemError } from "../../shared/api/index.ts";
import { useProblemText } from "../../shared/ui/index.ts";

/** What the server said against an entry, as a sentence. */
export function useProblemWords(): (problem: Problem | undefined) => string {
  const say = useProblemText();
  return (problem) => (problem === undefined ? "" : say(new ProblemError(problem)));
}
