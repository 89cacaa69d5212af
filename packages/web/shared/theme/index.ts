import "./base.css";
export { setThemeMode, useDark, useThemeMode, type ThemeMode } from "./mode.ts";
