export { forgetKept, forgetOld, keepQueries, kept, makeRoom } from "./keep.ts";
export { pictureOf, type PictureSize } from "./pictures.ts";
