/** The repository: scripts/bench.mjs says where it lies, for a bundle can not know. */
export const root: string = process.env["XIUHUA_ROOT"] ?? process.cwd();
