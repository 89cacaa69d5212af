import { playTones } from "../../shared/sound/index.ts";

/** Something new: heard and felt, in a pocket too. */
export function chime(): void {
  void playTones(
    [
      [880, 0.16],
      [1175, 0.26],
    ],
    0.5,
  );
  shake([120, 80, 120]);
}

/** Not every browser can, and none does before the page was touched. */
export function shake(pattern: number | number[]): void {
  if ("vibrate" in navigator && navigator.userActivation.hasBeenActive) navigator.vibrate(pattern);
}
