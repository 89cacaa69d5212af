export { GridProblem, makeGrid, type MakeOptions } from "./make.ts";
