import type { Queryable } from "../../../store/index.ts";
import type { Draft } from "../draft.ts";
import type { Finding } from "../findings.ts";
import { cellAreas, duplicates, orphans, reusedCodes } from "./codes.ts";
import { consequences } from "./consequences.ts";
import { measureOf } from "./measure.ts";
import { completeGrids, responsibility } from "./responsibility.ts";
import { seams } from "./seams.ts";
import { brokenShapes } from "./shapes.ts";
import { serialOrder, sizes } from "./sizes.ts";

export interface CheckOptions {
  /** Square metres that may overlap, gape or stick out unnoticed. */
  readonly tolerance: number;
  /** The rows are meant to cover a part of the city only. */
  readonly partial: boolean;
}

/** Everything that is not right with a draft. Shapes are compared only where each by itself is sound. */
export async function check(db: Queryable, draft: Draft, { tolerance, partial }: CheckOptions): Promise<Finding[]> {
  const first = [...(await duplicates(db, draft)), ...(await brokenShapes(db, draft))];
  if (first.length > 0) return first;
  const measure = await measureOf(db, draft, tolerance);
  switch (draft.kind) {
    case "areas":
      return [
        ...(await reusedCodes(db, draft)),
        ...(await orphans(db, draft)),
        ...(await seams(db, draft, measure, partial)),
        ...(await consequences(db, draft)),
      ];
    case "cells":
      return [
        ...(await reusedCodes(db, draft)),
        ...(await cellAreas(db, draft)),
        ...(await seams(db, draft, measure, partial)),
        ...(await sizes(db, draft, measure)),
        ...(await serialOrder(db, draft)),
        ...(await consequences(db, draft)),
      ];
    case "responsibilityGrids":
      await completeGrids(db, draft);
      return responsibility(db, draft, measure);
  }
}
