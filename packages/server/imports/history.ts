import {
  apply,
  nextTimed,
  open,
  system,
  type ActContext,
  type CaseRecord,
  type Procedure,
  type Reference,
  type Refusal,
} from "@xiuhua/core/procedure";
import type { Write } from "../cases/index.ts";
import type { City } from "../city/index.ts";
import type { Fault } from "./reading.ts";
import type { Step } from "./steps.ts";

export interface Historian {
  /** A case with its whole past, decided by the engine step by step; or the first step it refused. */
  write(no: string, key: string, steps: readonly Step[]): Write | Fault;
}

/** Plays what happened elsewhere through the engine, each step at its own time and done by `import:<source>`. */
export function makeHistorian(options: {
  readonly city: City;
  readonly procedure: Procedure;
  readonly reference: Reference;
  readonly source: string;
}): Historian {
  const { city, procedure, reference, source } = options;
  const settings = city.settings(procedure);
  const context = (step: Step): ActContext => ({
    now: step.at,
    actor: { person: `import:${source}`, role: step.role },
    calendar: city.calendar,
    settings,
    reference,
    evidence: [],
  });

  return {
    write(no, key, steps) {
      const events: Write["events"][number][] = [];
      let record: CaseRecord | undefined;
      for (const step of steps) {
        const result: ReturnType<typeof apply> = record
          ? apply(procedure, record, step.action, step.input, context(step))
          : open(procedure, { city: city.code, no }, step.action, step.input, context(step));
        if (!result.ok) return refusedStep(step, result.refusal);
        const { event, effects } = result.value;
        // Nobody is to be told today of what happened years ago.
        events.push({ event, effects: effects.filter((effect) => effect.kind !== "notify") });
        record = result.value.record;
      }
      const last = steps.at(-1);
      if (!record || !last) throw new Error("A case has at least one step");
      const timed = nextTimed(procedure, record, { ...context(last), actor: system });
      return { procedure, expected: 0, before: undefined, record, events, wakesAt: timed?.at, key };
    },
  };
}

function refusedStep(step: Step, { message, problems }: Refusal): Fault {
  const details = problems ?? [];
  const told = (language: "zh" | "en", colon: string, comma: string) =>
    [message[language], details.map((one) => one.message[language]).join(comma)].filter(Boolean).join(colon);
  return {
    field: `${step.action}${details[0]?.field ?? ""}`,
    reason: { zh: told("zh", "：", "；"), en: told("en", ": ", "; ") },
  };
}
