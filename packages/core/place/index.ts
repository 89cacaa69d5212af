export * from "./reading.ts";
export * from "./feature.ts";
export * from "./gazetteer.ts";
export { fold, format, parse, type Known, type KnownName } from "./grammar/index.ts";
export { gazetteerSteps, makeGazetteer } from "./make.ts";
export { finish, type Steps } from "./steps.ts";
export * from "./world.ts";
