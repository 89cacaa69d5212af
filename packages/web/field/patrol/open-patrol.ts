import type { QueryClient } from "@tanstack/react-query";
import type { FieldMe } from "@xiuhua/server/api";
import { fieldMeQuery } from "../online/index.ts";
import type { FieldDatabase } from "../store/index.ts";
import { openAlarms, type OwnAlarms } from "./alarm/index.ts";
import { ownTrackQuery } from "./map/index.ts";
import { openTrail, type Trail } from "./trail/index.ts";

export interface Patrol {
  readonly trail: Trail;
  readonly alarms: OwnAlarms;
  readonly close: () => void;
}

/** Opens what goes on beside all screens while somebody is outside: their trail, and an alarm that is not answered yet. */
export function openPatrol(
  db: FieldDatabase,
  client: QueryClient,
  person: string,
  whoAmI: () => Promise<boolean>,
): Patrol {
  const trail = openTrail({
    db,
    person,
    whoAmI,
    // Known at once: between what was pressed and what is fetched the person would seem off duty.
    onShift: (shift) => client.setQueryData<FieldMe>(fieldMeQuery.queryKey, (me) => me && { ...me, shift }),
    onSent() {
      void client.invalidateQueries({ queryKey: fieldMeQuery.queryKey });
      void client.invalidateQueries({ queryKey: ownTrackQuery.queryKey });
    },
  });
  const alarms = openAlarms(db, person, whoAmI);
  return {
    trail,
    alarms,
    close() {
      trail.close();
      alarms.close();
    },
  };
}
