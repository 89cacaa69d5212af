export { Fields } from "./fields.tsx";
export { useFaultWords } from "./use-fault-words.ts";
export { useLabel } from "./use-label.ts";
