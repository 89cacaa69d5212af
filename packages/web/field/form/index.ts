export { useFaultWords, useLabel } from "../../shared/phone/index.ts";
export { Fields } from "./fields.tsx";
