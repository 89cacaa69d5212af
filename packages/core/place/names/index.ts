export { NameBook, type Entry, type Likeness, type Match } from "./book.ts";
export { spell } from "./spelling.ts";
