import { useQuery } from "@tanstack/react-query";
import { useNow } from "../../../shared/time/index.ts";
import { fieldMeQuery } from "../../online/index.ts";
import { useMe } from "../../session/index.ts";
import { moveOf } from "../trail/index.ts";
import { useTrail, useTrailState } from "./context.ts";
import { dutyNow, type Duty } from "./duty.ts";

export interface OnDuty {
  readonly duty: Duty | undefined;
  readonly start: () => void;
  readonly end: () => void;
}

/** Whether this person is on duty, and the way in and out. Pressed is saved at once and sent when there is a way. */
export function useDuty(): OnDuty {
  const { id } = useMe();
  const trail = useTrail();
  const { marks } = useTrailState();
  const { data: me } = useQuery(fieldMeQuery);
  const now = useNow();
  return {
    duty: dutyNow(marks, me?.shift, now),
    start: () => void trail.add(moveOf(id, "start", Date.now())),
    end: () => void trail.add(moveOf(id, "end", Date.now())),
  };
}
