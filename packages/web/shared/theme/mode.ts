import { useSyncExternalStore } from "react";

export type ThemeMode = "light" | "dark" | "system";

const key = "xiuhua.theme";
const systemDark = matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();
let mode = read();

function read(): ThemeMode {
  const stored = localStorage.getItem(key);
  return stored === "light" || stored === "dark" ? stored : "system";
}

const isDark = (): boolean => (mode === "system" ? systemDark.matches : mode === "dark");

function tellAll(): void {
  document.documentElement.dataset["theme"] = isDark() ? "dark" : "light";
  for (const tell of listeners) tell();
}

systemDark.addEventListener("change", tellAll);
tellAll();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function setThemeMode(next: ThemeMode): void {
  mode = next;
  localStorage.setItem(key, next);
  tellAll();
}

export const useThemeMode = (): ThemeMode => useSyncExternalStore(subscribe, () => mode);
/** Whether the screen is dark now, also when the system decides it. */
export const useDark = (): boolean => useSyncExternalStore(subscribe, isDark);
