export { formsLessOne, isOneOff, NameBook, type Entry, type Likeness, type Match } from "./book.ts";
export { soundAlike } from "./sound.ts";
export { spell } from "./spelling.ts";
export { coreOf } from "./suffix.ts";
