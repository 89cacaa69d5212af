export { canSound, playTones, type Tone } from "./tones.ts";
