export { Describer } from "./describe.ts";
