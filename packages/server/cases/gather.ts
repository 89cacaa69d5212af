type Ask = (keys: readonly string[]) => Promise<ReadonlySet<string>>;

/**
 * Questions of many people as one: what is asked while an answer is under way goes together into the next question.
 * Nothing waits for a timer, and nobody gets an answer that was begun before they asked.
 */
export function gathered(ask: Ask): Ask {
  let next: { readonly keys: Set<string>; readonly answer: Promise<ReadonlySet<string>> } | undefined;
  let last: Promise<unknown> = Promise.resolve();

  return async (keys) => {
    if (next === undefined) {
      const all = new Set<string>();
      const answer = last.then(() => {
        next = undefined;
        return ask([...all]);
      });
      next = { keys: all, answer };
      last = answer.catch(() => {});
    }
    for (const key of keys) next.keys.add(key);
    return next.answer;
  };
}
