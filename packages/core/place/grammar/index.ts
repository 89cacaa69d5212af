export { parse } from "./parse.ts";
export { format } from "./format.ts";
export { fold } from "./fold.ts";
export type { Known, KnownName } from "./known.ts";
export { Trie } from "./trie.ts";
