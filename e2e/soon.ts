import { patience } from "./desk.ts";

/** For `expect.poll`: as soon as the machine can, and not before somebody would give up. */
export const soon = { timeout: patience, interval: 40 };
