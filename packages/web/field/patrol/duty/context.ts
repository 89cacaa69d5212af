import { createContext, use, useSyncExternalStore } from "react";
import type { Trail, TrailState } from "../trail/index.ts";

const Context = createContext<Trail | undefined>(undefined);

export const TrailProvider = Context.Provider;

export function useTrail(): Trail {
  const trail = use(Context);
  if (!trail) throw new Error("There is no trail above this screen");
  return trail;
}

export function useTrailState(): TrailState {
  const trail = useTrail();
  return useSyncExternalStore(trail.subscribe, trail.get);
}
