import { useEffect, useState } from "react";
import { canSound, playTones } from "../../shared/sound/index.ts";

/** Rises and falls: nothing else on a desk sounds like it. */
const siren = [
  [660, 0.35],
  [990, 0.35],
  [660, 0.35],
  [990, 0.35],
] as const;
const everyMs = 2_400;

/** Sounds for as long as it is wanted. Answers false where the browser lets this page not be heard before a click. */
export function useSiren(wanted: boolean): boolean {
  const [heard, setHeard] = useState(true);
  useEffect(() => {
    if (!wanted) return undefined;
    const sound = () => {
      void canSound().then(setHeard);
      void playTones(siren, 0.9);
    };
    sound();
    const timer = setInterval(sound, everyMs);
    // The first click anywhere lets it be heard.
    addEventListener("pointerdown", sound, { once: true });
    return () => {
      clearInterval(timer);
      removeEventListener("pointerdown", sound);
    };
  }, [wanted]);
  return heard;
}
