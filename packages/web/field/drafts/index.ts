export { draftKey, type Draft } from "./draft.ts";
export { readDraft, removeDraft, removeFile, saveFile, saveValues } from "./store.ts";
export { useDraft, type Drafting, type Values } from "./use-draft.ts";
