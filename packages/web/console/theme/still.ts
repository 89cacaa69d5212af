import { useSyncExternalStore } from "react";

const asked = matchMedia("(prefers-reduced-motion: reduce)");

function subscribe(listener: () => void): () => void {
  asked.addEventListener("change", listener);
  return () => asked.removeEventListener("change", listener);
}

/**
 * Whether the person asked their system for less motion. The component library then moves nothing; shortening its
 * transitions by a rule for every element would throw its lists off the screen, which measure where they stand.
 */
export const useStill = (): boolean => useSyncExternalStore(subscribe, () => asked.matches);
