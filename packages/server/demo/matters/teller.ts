import type { Calendar } from "@xiuhua/core/calendar";
import type { EvidenceReference } from "@xiuhua/core/procedure";
import type { Answer, CaseService } from "../../cases/index.ts";
import { readerOf } from "../cast.ts";
import { places } from "../files.ts";
import { scenes, type Scene } from "../scenes.ts";

/** A case service on a clock that the story moves. */
export interface Lane {
  readonly cases: ReturnType<CaseService["onClock"]>;
  setNow(now: number): void;
}

/** One of the demo's drawn pictures, by the type of thing and how it looks. */
export type Pictures = (scene: Scene, moment: "before" | "after") => string;

/** Tells the story of one matter: each step at its own time, through the same door as a person at a screen. */
export interface Teller {
  readonly calendar: Calendar;
  /** Before now, by days and the hour of that day in the city; never in the future. */
  ago(days: number, time: string): number;
  open(at: number, login: string, procedure: string, action: string, input: unknown, files?: Files): Promise<string>;
  act(at: number, login: string, no: string, action: string, input?: unknown, files?: Files): Promise<void>;
  photo(type: string, moment: "before" | "after", kind: EvidenceReference["kind"]): EvidenceReference;
}

type Files = readonly EvidenceReference[];

export const day = 24 * 3600 * 1000;
const minute = 60_000;

export function makeTeller(lane: Lane, now: number, picture: Pictures): Teller {
  const { calendar } = lane.cases.sources.city;
  const settle = (answer: Answer, what: string) => {
    if (answer.ok) return answer.value;
    const { message, problems = [] } = answer.refusal;
    throw new Error(`Demo, ${what}: ${message.en} ${JSON.stringify(problems)}`);
  };
  return {
    calendar,
    ago: (days, time) => Math.min(now - 5 * minute, calendar.atLocal(calendar.localDate(now - days * day), time)),
    async open(at, login, procedure, action, input, evidence = []) {
      lane.setNow(at);
      const answer = await lane.cases.open(readerOf(login), { procedure, action, input, evidence });
      return settle(answer, `${procedure} ${action}`).no;
    },
    async act(at, login, no, action, input = {}, evidence = []) {
      lane.setNow(at);
      settle(await lane.cases.act(readerOf(login), { no, action, input, evidence }), `${no} ${action}`);
    },
    photo(type, moment, kind) {
      const scene = scenes.find((one) => one.type === type);
      if (!scene) throw new Error(`The demo has no scene of type ${type}`);
      return { hash: picture(scene, moment), kind };
    },
  };
}

/** A place of the demo by its words, as a form takes it. */
export function placeNamed(text: string): { lng: number; lat: number; text: string } {
  const found = places.places.find((one) => one.text === text);
  if (!found) throw new Error(`The demo has no place ${text}`);
  return { lng: found.lng, lat: found.lat, text };
}
