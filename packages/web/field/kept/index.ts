export { forgetKept, forgetOld, keepQueries, kept, makeRoom } from "./keep.ts";
