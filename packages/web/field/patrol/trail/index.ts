export { moveOf, stepOf, type Mark, type Move, type Step } from "./mark.ts";
export { addsTo, usualRules, type TrackRules } from "./thin.ts";
export { openTrail, type Trail, type TrailState } from "./trail.ts";
