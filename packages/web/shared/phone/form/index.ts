export type { Around, ControlProps } from "./control.ts";
export { Fields, type Controls } from "./fields.tsx";
export { useFaultWords } from "./use-fault-words.ts";
export { useLabel } from "./use-label.ts";
export { LongTextField } from "./widgets/long-text-field.tsx";
