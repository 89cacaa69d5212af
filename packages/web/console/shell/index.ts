export { AbsentPage } from "./absent-page.tsx";
export { BrokenPage } from "./broken-page.tsx";
export { Shell } from "./shell.tsx";
