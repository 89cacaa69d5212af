import { createWriteStream } from "node:fs";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import { InvalidArgumentError, type Command } from "commander";
import type { LedgerChoices } from "../api/index.ts";
import { letterColumn, reportOf, type ReadLedger } from "../ledgers/index.ts";
import type { People, Reader } from "../people/index.ts";
import { cityOf, cityOption, placeOf, servicesOf, usingDatabase, withDatabase, type PlaceOptions } from "./database.ts";
import { exit, UsageError } from "./exit.ts";
import { say, tell, type Io } from "./io.ts";
import { makeProgress } from "./progress.ts";

interface ImportLedgerOptions extends PlaceOptions {
  readonly city?: string;
  readonly procedure: string;
  readonly action?: string;
  readonly as: string;
  readonly sheet?: string;
  readonly headingRow?: number;
  readonly year?: number;
  readonly column: Readonly<Record<string, number | null>>;
  readonly fixed: Readonly<Record<string, string>>;
  readonly fillDown: readonly string[];
  readonly report?: string;
  readonly dryRun?: true;
}

/** Remarks said on the terminal; the report has them all. */
const mostSaid = 20;

/** `import ledger FILE.xlsx`. @param end is told the exit code */
export function addImportLedger(group: Command, io: Io, end: (code: number) => void): void {
  withDatabase(group.command("ledger"))
    .description("从 Excel 或 CSV 台账登记案件 / open a case for each row of a ledger (.xlsx, .csv)")
    .argument("<file>", "台账 / the ledger")
    .requiredOption("--procedure <id>", "业务流程 / the procedure")
    .option("--action <name>", "登记方式，仅在有多种时需要 / the opening, where there are several")
    .requiredOption("--as <login>", "以谁的名义登记 / who opens the cases")
    .addOption(cityOption())
    .option("--sheet <name>", "工作表 / the sheet")
    .option("--heading-row <number>", "表头所在行 / the row of the headings", wholeOf)
    .option("--year <number>", "没有年份的日期是哪一年 / the year of dates that lack theirs", wholeOf)
    .option(
      "--column <field=letter>",
      "字段对应的列，可多次；field= 为不导入 / which column fills a field",
      columnOf,
      {},
    )
    .option("--fixed <field=text>", "各行空白时的统一值，可多次 / what stands where a cell is empty", fixedOf, {})
    .option("--fill-down <field>", "空白沿用上一行，可多次 / empty cells stand for the one above", listOf, [])
    .option("--report <file>", "结果写入的 Excel / where the result goes (default: ./<file>.report.xlsx)")
    .option("--dry-run", "只检查，不写入 / decide everything, write nothing to the database")
    .action(async (file: string, options: ImportLedgerOptions) => end(await run(io, file, options)));
}

async function run(io: Io, file: string, options: ImportLedgerOptions): Promise<number> {
  const place = placeOf(io, options);
  const report = options.report ?? `${basename(file)}.report.xlsx`;
  return usingDatabase(place, async (db) => {
    const { ledgers, people, cases } = await servicesOf(io, db, place, await cityOf(db, options.city));
    const reader = readerOf(people, options.as);
    const ledger = await ledgers.read(reader, { path: file, name: basename(file) }, choicesOf(options));
    const missing = ledger.form.fields.filter((field) => ledger.missing.includes(field.name));
    if (missing.length > 0) {
      say(io, `No column for 没有对应的列: ${missing.map(({ name, words }) => `${name} (${words.zh})`).join(", ")}`);
      say(io, "Use --column field=letter or --fixed field=text. 请用 --column 或 --fixed 指定。");
    }
    if (ledger.wantsYear) say(io, "Some dates lack their year: use --year. 有日期没有年份，请加 --year。");
    sayRemarks(io, ledger);
    const brought = options.dryRun ? undefined : await bring(io, ledgers, reader, ledger);
    await cases.drain();
    await pipeline(
      reportOf({ ...ledger, rows: brought?.rows ?? ledger.rows }, reader.language),
      createWriteStream(report),
    );
    if (!brought) say(io, "Dry run: nothing was written. 试运行：未写入。");
    const result = brought?.result ?? { ...ledgers.countsOf(ledger.rows), opened: 0, finished: true };
    say(
      io,
      `${result.rows} rows 行 = ${result.new} new 新 + ${result.known} known 已有 + ${result.faulty} faulty 有误; ${result.opened} opened 已登记`,
    );
    say(io, `report 结果 → ${report}`);
    tell(io, { ...result, skipped: ledger.skipped.length, report });
    if (!result.finished) return exit.stopped;
    return missing.length > 0 ? exit.unusable : exit.done;
  });
}

async function bring(
  io: Io,
  ledgers: { bring: Awaited<ReturnType<typeof servicesOf>>["ledgers"]["bring"] },
  reader: Reader,
  ledger: ReadLedger,
) {
  const progress = makeProgress(io, "Import 导入");
  try {
    return await ledgers.bring(reader, ledger, {
      signal: io.signal,
      onProgress: (done) => progress.update(done, ledger.rows.length, `${done} cases 件`),
    });
  } finally {
    progress.end();
  }
}

function sayRemarks(io: Io, { rows }: ReadLedger): void {
  const faults = rows.flatMap(({ row, faults }) => faults.map(({ cell, message }) => ({ at: cell ?? row, message })));
  for (const { at, message } of faults.slice(0, mostSaid)) say(io, `${at}: ${message.zh} ${message.en}`);
  if (faults.length > mostSaid) say(io, `… ${faults.length - mostSaid} more 其余见结果文件`);
}

function readerOf(people: People, login: string): Reader {
  const person = people.persons().find((one) => one.login === login);
  const reader = person && people.directory.reader(person.id);
  if (!reader) throw new UsageError(`没有账号“${login}”，或已停用。`, `There is no active account “${login}”.`);
  return reader;
}

function choicesOf(options: ImportLedgerOptions): LedgerChoices {
  const { procedure, action, sheet, headingRow, year, column, fixed, fillDown } = options;
  return {
    procedure,
    ...(action === undefined ? {} : { action }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(headingRow === undefined ? {} : { headingRow }),
    ...(year === undefined ? {} : { year }),
    columns: { ...column },
    fixed: { ...fixed },
    fillDown: [...fillDown],
  };
}

function wholeOf(text: string): number {
  if (/^\d{1,7}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("1, 2, …");
}

function pairOf(text: string, example: string): readonly [string, string] {
  const at = text.indexOf("=");
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
  throw new InvalidArgumentError(example);
}

function columnOf(text: string, before: Readonly<Record<string, number | null>>) {
  const [field, letters] = pairOf(text, "due=E");
  const column = letters === "" ? null : letterColumn(letters);
  if (column === undefined) throw new InvalidArgumentError("due=E");
  return { ...before, [field]: column };
}

function fixedOf(text: string, before: Readonly<Record<string, string>>) {
  const [field, value] = pairOf(text, "source=12319");
  return { ...before, [field]: value };
}

const listOf = (text: string, before: readonly string[]) => [...before, text];
