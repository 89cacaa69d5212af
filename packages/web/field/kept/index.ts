export { forgetKept, forgetOld, forgetView, keepQueries, kept, makeRoom } from "./keep.ts";
