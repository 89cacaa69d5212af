export * from "./form/index.ts";
export * from "./ui/index.ts";
