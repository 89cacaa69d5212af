export { ClockLight } from "./clock-light.tsx";
export { Failure } from "./failure.tsx";
export { Lamp } from "./lamp.tsx";
export { LanguageSwitch } from "./language-switch.tsx";
export { Mark } from "./mark.tsx";
export { useProblemText } from "./problem-text.tsx";
export { ThemeSwitch } from "./theme-switch.tsx";
export { useTitle } from "./use-title.ts";
