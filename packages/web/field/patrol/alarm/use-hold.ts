import { useEffect, useRef, useState } from "react";

/** Held so long it is meant; brushed in a pocket it is not (our own choice). */
export const holdMs = 1_500;

/** A button that acts once it was held, by finger or by key. Spread `hold` on it. */
export function useHold(onHeld: () => void) {
  const [holding, setHolding] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const release = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    setHolding(false);
  };
  const press = () => {
    if (timer.current !== undefined) return;
    setHolding(true);
    timer.current = setTimeout(() => {
      release();
      onHeld();
    }, holdMs);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const byKey = (key: string) => key === "Enter" || key === " ";
  return {
    holding,
    hold: {
      onPointerDown: press,
      onPointerUp: release,
      onPointerLeave: release,
      onPointerCancel: release,
      // Android asks what to do with what is pressed long.
      onContextMenu: (event: { preventDefault(): void }) => event.preventDefault(),
      onKeyDown: ({ key }: { key: string }) => byKey(key) && press(),
      onKeyUp: ({ key }: { key: string }) => byKey(key) && release(),
      onBlur: release,
    },
  };
}
