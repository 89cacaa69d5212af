import { chinaDays, defaultWorkingTime, makeCalendar } from "@xiuhua/core/calendar";
import type { Database } from "../store/index.ts";
import { makeEvidence, type Evidence } from "./evidence.ts";
import type { Limits } from "./limits.ts";

const calendar = makeCalendar(defaultWorkingTime, chinaDays());

export const now = Date.UTC(2026, 2, 2, 1);

export function makeTestEvidence(db: Database, city: string, folder: string, limits?: Partial<Limits>): Evidence {
  return makeEvidence({ db, city: { code: city, calendar }, folder, now: () => now, ...(limits ? { limits } : {}) });
}
