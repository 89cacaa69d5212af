export { countedOwnWork } from "./own-work.ts";
export { brokenPledges, pledges, type BrokenPledge, type Pledge, type PledgeLimits } from "./pledges.ts";
