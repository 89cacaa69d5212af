import type { DevicePosition } from "@xiuhua/server/api";
import { useNow } from "../../../shared/time/index.ts";
import { usePack } from "../../pack/index.ts";
import { useFix } from "../../phone/index.ts";
import { usePlaceWords } from "../../place/index.ts";
import { useTrailState } from "../duty/index.ts";

/** Nobody is far from where they were so lately (our own choice). */
const freshMs = 120_000;

export interface Where {
  readonly position: DevicePosition | undefined;
  /** The place in words, where the phone can say it. */
  readonly words: string | undefined;
  readonly searching: boolean;
}

/** Where the phone is; until it has a fix, the last step of the track if that is fresh. */
export function useWhere(): Where {
  const fix = useFix();
  const { marks } = useTrailState();
  const now = useNow();
  const step = marks.findLast((mark) => mark.kind === "step");
  const known = step && now - step.at < freshMs ? step.position : undefined;
  const position = fix.kind === "fixed" ? fix.position : known;
  const words = usePlaceWords(usePack(), position);
  return { position, words: position && words, searching: fix.kind === "searching" };
}
