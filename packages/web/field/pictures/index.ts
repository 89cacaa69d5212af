export { fetchPicture, forgetPictures, type PictureSize } from "./store.ts";
export { usePicture } from "./use-picture.ts";
