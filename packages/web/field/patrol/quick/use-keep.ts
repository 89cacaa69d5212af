import { useSay } from "../../../shared/words/index.ts";
import { inputOf, type FormField, type Input } from "../../../shared/case/index.ts";
import { useOutbox, useOutgoing } from "../../outbox/index.ts";
import type { Entry } from "../../queue/index.ts";
import { useMe } from "../../session/index.ts";
import { completed, type Quick } from "./quick.ts";
import type { Where } from "./use-where.ts";

export interface Keeping {
  /** What a value of a choice is called. */
  readonly wordsOf: (field: FormField | undefined, value: string | undefined) => string;
  /** Saves what was tapped and written, to be sent. */
  readonly keep: (tapped: readonly (string | undefined)[], written: Input) => Promise<Entry>;
}

/** Puts a quick opening into the ordinary queue, with the place the phone is at. */
export function useKeep(quick: Quick, { position, words: placeText }: Where): Keeping {
  const say = useSay();
  const person = useMe().id;
  const outbox = useOutbox();
  const { pause } = useOutgoing();
  const wordsOf: Keeping["wordsOf"] = (field, value) => {
    const words = field?.choices.find((choice) => choice.value === value)?.words;
    return words ? say(words) : "";
  };
  return {
    wordsOf,
    keep(tapped, written) {
      const now = Date.now();
      const offline = !navigator.onLine || pause?.kind === "unreachable";
      const input: Input = inputOf(quick.more, written);
      for (const [at, { path }] of quick.choices.entries()) input[path.at(-1) ?? ""] = tapped[at];
      return outbox.add({
        id: crypto.randomUUID(),
        person,
        doing: { kind: "open", procedure: quick.procedure, action: quick.form.action },
        title: quick.form.title,
        summary: quick.choices.map((field, at) => wordsOf(field, tapped[at])).join(" · "),
        input: completed(quick, input, { point: position, placeText, at: offline ? now : undefined }),
        files: [],
        capturedAt: now,
        ...(position ? { position } : {}),
        offline,
      });
    },
  };
}
