import { useEffect, useRef } from "react";

export interface ListKeys {
  readonly move: (by: number) => void;
  readonly open: () => void;
  readonly select: () => void;
  readonly escape: () => void;
  readonly help: () => void;
}

/** j/k and arrows move, Enter opens, x selects, ? helps; never while something is typed or a dialog is open. */
export function useListKeys(keys: ListKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isBusy(event.target)) return;
      const act = actionOf(event.key, latest.current, event.target);
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

function actionOf(key: string, keys: ListKeys, target: EventTarget | null): (() => void) | undefined {
  switch (key) {
    case "j":
    case "ArrowDown":
      return () => keys.move(1);
    case "k":
    case "ArrowUp":
      return () => keys.move(-1);
    case "Enter":
      // A focused link or button does its own thing.
      return target instanceof HTMLElement && target.closest("a, button") ? undefined : keys.open;
    case "x":
      return keys.select;
    case "?":
      return keys.help;
    case "Escape":
      return keys.escape;
    default:
      return undefined;
  }
}

const busyPlaces =
  'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"], [role="combobox"], [role="tree"]';

function isBusy(target: EventTarget | null): boolean {
  if (target instanceof HTMLElement && target.closest(busyPlaces)) return true;
  // A dialog that was closed may stay in the document unseen.
  return [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].some((one) => one.checkVisibility());
}
