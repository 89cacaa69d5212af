import type { Catalogue } from "@xiuhua/core/catalogue";
import type { Procedure } from "@xiuhua/core/procedure";
import type { StockPhrase } from "../api/index.ts";
import type { Reader } from "../people/index.ts";
import type { LiveGazetteer } from "../places/index.ts";
import type { Push } from "../push/index.ts";
import { makeAlarms } from "./alarm.ts";
import { makeBulletins } from "./bulletins.ts";
import type { FieldContext } from "./context.ts";
import { makeCoverage } from "./coverage.ts";
import { makeDuty } from "./duty.ts";
import { makeMe } from "./me.ts";
import { makePacks } from "./pack.ts";
import { makeFieldPeople } from "./people.ts";
import { peopleOver, watchRoles } from "./reach.ts";
import { makeSuggestions } from "./suggestions.ts";
import { sweepField } from "./sweep.ts";
import { makeTrack } from "./track.ts";

export interface FieldOptions extends FieldContext {
  readonly catalogue: Catalogue;
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly gazetteer: Pick<LiveGazetteer, "current">;
  readonly push: Pick<Push, "wake" | "enabled">;
  readonly phrases: (reader: Reader) => Promise<StockPhrase[]>;
  /** How many cases wait for a reader. */
  readonly waiting: (reader: Reader) => Promise<number>;
  /** Tells people's open screens that there are news for them. */
  readonly tell: (people: readonly string[]) => void;
  /** Tells the screens of those who watch that somebody moved. */
  readonly stir: (people: readonly string[]) => void;
}

/** Work in the street: shifts, tracks, coverage, alarms, words from the centre, and what a phone takes along. */
export function makeField(options: FieldOptions) {
  const stirred = (area: string | undefined) => options.stir(peopleOver(options.directory, watchRoles, area));
  const duty = makeDuty(options, stirred);
  const track = makeTrack(options, duty, stirred);
  const coverage = makeCoverage(options);
  const bulletins = makeBulletins(options, options);
  return {
    duty,
    track,
    coverage,
    bulletins,
    alarms: makeAlarms(options, options),
    people: makeFieldPeople(options, options.procedures.values()),
    suggest: makeSuggestions(options, options.catalogue),
    pack: makePacks(options),
    me: makeMe(options, { ...options, duty, track, coverage, bulletins, push: options.push.enabled }),
    /** Forgets what is past its time, and ends shifts that ran over. */
    async sweep(): Promise<void> {
      await duty.endOverdue();
      await sweepField(options);
    },
  };
}

export type Field = ReturnType<typeof makeField>;
