/** Hertz, and how many seconds it lasts. */
export type Tone = readonly [hertz: number, seconds: number];

let context: AudioContext | undefined;

/** Whether the browser lets this page be heard; before the first touch of a page it does not. */
export async function canSound(): Promise<boolean> {
  try {
    context ??= new AudioContext();
    // It stays pending for as long as nobody has touched the page.
    void context.resume().catch(() => undefined);
    await Promise.resolve();
    return context.state === "running";
  } catch {
    return false;
  }
}

/** Plays tones one after the other, as loud as `volume` (0 to 1) says; nothing where the browser lets us not be heard. */
export async function playTones(tones: readonly Tone[], volume: number): Promise<void> {
  if (!(await canSound()) || !context) return;
  let at = context.currentTime;
  for (const [hertz, seconds] of tones) {
    const tone = context.createOscillator();
    const gain = context.createGain();
    tone.type = "triangle";
    tone.frequency.value = hertz;
    // Without these slopes each tone begins and ends with a crack.
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(volume, at + 0.02);
    gain.gain.setValueAtTime(volume, at + seconds - 0.04);
    gain.gain.linearRampToValueAtTime(0, at + seconds);
    tone.connect(gain).connect(context.destination);
    tone.start(at);
    tone.stop(at + seconds);
    at += seconds;
  }
}
