export { LittleMap } from "./little-map.tsx";
export { PlaceSheet } from "./place-sheet.tsx";
export { usePlaceWords } from "./use-place-words.ts";
