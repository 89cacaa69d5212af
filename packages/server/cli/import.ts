import type { Command } from "commander";
import { addImportCases } from "./import-cases.ts";
import { addImportComponents } from "./import-components.ts";
import { addImportLedger } from "./import-ledger.ts";
import { addImportRegister } from "./import-register.ts";
import { addImportRoads } from "./import-roads.ts";
import type { Io } from "./io.ts";

/** `import …`: one command for each kind of thing. @param end is told the exit code */
export function addImport(program: Command, io: Io, end: (code: number) => void): void {
  const group = program.command("import").description("从其他系统导入 / take in what other systems have");
  addImportCases(group, io, end);
  addImportComponents(group, io, end);
  addImportLedger(group, io, end);
  addImportRoads(group, io);
  addImportRegister(group, io, end);
}
