export { PersonSelect } from "./fields/person-select.tsx";
export { useGrantText, useRoleNames } from "./fields/grant-text.ts";
