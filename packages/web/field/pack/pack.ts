import { queryOptions } from "@tanstack/react-query";
import type { FieldPack } from "@xiuhua/server/api";
import { get } from "../../shared/api/index.ts";
import type { FieldDatabase } from "../store/index.ts";

/** After this the pack is asked for anew (our own choice: roads and types change seldom). */
const freshMs = 12 * 3_600_000;

/** Beside the kept answers and not among them: it is big, and read when a screen wants it. */
const keyOf = (person: string): string => `${person} pack`;

/** What this phone needs to know of the city without a network: types, areas, cells, roads. */
export const packQuery = (db: FieldDatabase, person: string) =>
  queryOptions({
    queryKey: ["pack", person],
    staleTime: freshMs,
    retry: false,
    async queryFn({ signal }): Promise<FieldPack> {
      const there = await db.get("views", keyOf(person));
      if (there && isPack(there.value) && Date.now() - there.at < freshMs) return there.value;
      try {
        const pack = await get<FieldPack>("/field/pack", undefined, signal);
        await db
          .put("views", { key: ["pack"], value: pack, at: Date.now() }, keyOf(person))
          // A full disk: it is read again next time.
          .catch(() => undefined);
        return pack;
      } catch (error) {
        // An old one is better than none.
        if (there && isPack(there.value)) return there.value;
        throw error;
      }
    },
  });

function isPack(value: unknown): value is FieldPack {
  return typeof value === "object" && value !== null && "types" in value && "cells" in value;
}
