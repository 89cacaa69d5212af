import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chinaDays, defaultWorkingTime, makeCalendar } from "@xiuhua/core/calendar";
import { onTestFinished } from "vitest";
import type { Database } from "../store/index.ts";
import { makeEvidence, type Evidence } from "./evidence.ts";
import type { Limits } from "./limits.ts";

const calendar = makeCalendar(defaultWorkingTime, chinaDays());

/** A folder of the test's own. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "xiuhua-evidence-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const now = Date.UTC(2026, 2, 2, 1);

export function makeTestEvidence(db: Database, city: string, folder: string, limits?: Partial<Limits>): Evidence {
  return makeEvidence({ db, city: { code: city, calendar }, folder, now: () => now, ...(limits ? { limits } : {}) });
}

/** Every file under a folder, as paths from it. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}
