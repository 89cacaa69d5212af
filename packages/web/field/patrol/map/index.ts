export { ownTrackQuery } from "./use-walk.ts";
export { WalkCard } from "./walk-card.tsx";
