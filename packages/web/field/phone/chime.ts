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
  // Not in every browser.
  if ("vibrate" in navigator) navigator.vibrate([120, 80, 120]);
}
