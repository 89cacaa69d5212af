import type { Words } from "@xiuhua/core/procedure";
import type { ComponentState } from "../api/index.ts";

/** 管理部件状态 as the standard names them. */
export const states: Readonly<Record<ComponentState, Words>> = {
  intact: { zh: "完好", en: "intact" },
  damaged: { zh: "破损", en: "damaged" },
  missing: { zh: "丢失", en: "missing" },
  abandoned: { zh: "废弃", en: "abandoned" },
  removed: { zh: "移除", en: "removed" },
};

/** The state that a text names, in Chinese or in English; undefined for any other. */
export function stateOf(text: string): ComponentState | undefined {
  return stateNames.find((one) => one === text || states[one].zh === text);
}

const stateNames: readonly ComponentState[] = ["intact", "damaged", "missing", "abandoned", "removed"];
