import type { Input } from "../../shared/case/index.ts";

/** What stands in the form: what the person wrote, over what it begins with. */
export const shownOf = (begin: Input, draft: Readonly<Record<string, unknown>>): Input => ({ ...begin, ...draft });

/** What the draft keeps of it. What was taken away is kept as taken away, or it would come back from the beginning. */
export const draftOf = (values: Input): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value ?? null]));
