import type { LiveCase } from "@xiuhua/server/api";
import { ProblemError, send } from "../../shared/api/index.ts";
import type { Transport } from "./drain.ts";
import { outcomeOf } from "./outcome.ts";
import { upload } from "./upload.ts";
import { callOf, type Device } from "./wire.ts";

/** After this a request that got no answer counts as lost; its key makes sending it again safe. */
const answerMs = 60_000;

/** The way to the server. */
export function transportOf(
  device: Device,
  now: () => number,
  progress: (file: string, sent: number) => void,
): Transport {
  return {
    upload: (file, blob, begun) => upload(file, blob, begun, (sent) => progress(file.id, sent)),
    async post(entry) {
      const { path, body } = callOf(entry, device, now());
      try {
        const answer = await send<LiveCase>("POST", path, body, entry.id, AbortSignal.timeout(answerMs));
        return { kind: "accepted", answer };
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        const { problem, after } = error;
        const acting = entry.doing.kind === "act";
        return outcomeOf({ problem, acting, ...(after === undefined ? {} : { after }) });
      }
    },
  };
}
