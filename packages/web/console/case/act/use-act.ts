import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ActOnCase, LiveCase } from "@xiuhua/server/api";
import { forgetCases, send } from "../../../shared/api/index.ts";

interface Act extends ActOnCase {
  readonly action: string;
}

/** Acts on a case. `seq` is the case as the person saw it: if somebody acted meanwhile, the server says 409. */
export function useAct(no: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ action, ...body }: Act) =>
      send<LiveCase>("POST", `/cases/${encodeURIComponent(no)}/actions/${encodeURIComponent(action)}`, body),
    onSuccess: () => forgetCases(client),
  });
}
