import { queryOptions } from "@tanstack/react-query";
import type { Alarm } from "@xiuhua/server/api";
import { get } from "../../shared/api/index.ts";

/** Where the server sends no word, an alarm is still seen within this. */
const lookMs = 30_000;

/** Alarms over my area, the unanswered first. */
export const alarmsQuery = queryOptions({
  queryKey: ["street", "alarms"],
  queryFn: ({ signal }) => get<Alarm[]>("/field/alarms", { limit: 100 }, signal),
  refetchInterval: lookMs,
  refetchIntervalInBackground: true,
});
