import type { Words } from "@xiuhua/server/api";
import { useSay } from "./use-language.ts";

/** The server's words in the reader's language; nothing where there are none. */
export function WordsText({ words }: { words: Words | undefined }) {
  const say = useSay();
  return words === undefined ? null : <>{say(words)}</>;
}
