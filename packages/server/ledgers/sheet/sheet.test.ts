import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { zipSync, strToU8 } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import iconv from "iconv-lite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { limits } from "../limits.ts";
import { addressOf, letterOf, type Grid } from "./grid.ts";
import { findTable } from "./index.ts";
import { isDateFormat } from "./xlsx/styles.ts";

let folder = "";
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), "xiuhua-sheet-"))));
afterAll(() => rm(folder, { recursive: true }));

let count = 0;
async function gridOf(bytes: Uint8Array | string, sheet?: string): Promise<Grid | undefined> {
  const path = join(folder, `file-${(count += 1)}`);
  await writeFile(path, bytes);
  const { found } = await findTable({ path, name: "台账.csv", ...(sheet === undefined ? {} : { sheet }) }, (grid) =>
    grid.rows.length > 0 ? grid : undefined,
  );
  return found;
}

/** A workbook by hand: only what a test is about. */
function workbook(sheetData: string, { strings = "", styles = "", workbookPr = "", after = "" } = {}): Uint8Array {
  const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
  const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return zipSync({
    "xl/workbook.xml": xml(
      `<workbook xmlns:r="${rel}">${workbookPr}<sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": xml(
      `<Relationships><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    "xl/worksheets/sheet1.xml": xml(`<worksheet><sheetData>${sheetData}</sheetData>${after}</worksheet>`),
    ...(strings === "" ? {} : { "xl/sharedStrings.xml": xml(`<sst>${strings}</sst>`) }),
    ...(styles === "" ? {} : { "xl/styles.xml": xml(`<styleSheet>${styles}</styleSheet>`) }),
  });
}

const cellsOf = (grid: Grid | undefined) => grid?.rows.map(({ row, cells }) => [row, ...cells]);

test("columns are named as the spreadsheet names them", () => {
  expect([0, 25, 26, 701, 702].map(letterOf)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
  fc.assert(
    fc.property(fc.nat(16_383), fc.integer({ min: 1, max: 1_048_576 }), (column, row) => {
      expect(addressOf(`${letterOf(column)}${row}`)).toEqual({ column, row });
    }),
  );
});

test("reads what a spreadsheet program writes: texts, numbers, dates, merged cells", async () => {
  const bytes = await writeXlsx({
    sheets: [
      { name: "空白", rows: [] },
      {
        name: "台账",
        rows: [
          ["企业问题台账", null, null],
          ["企业", "问题", "时限"],
          ["甲公司", "停电", new Date("2022-08-12T00:00:00Z")],
          [null, "路面坑洼", "2022.8.15"],
          ["乙公司", "  ", 12.5],
        ],
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 2 },
          { startRow: 2, startCol: 0, endRow: 3, endCol: 0 },
        ],
      },
    ],
  });
  expect(cellsOf(await gridOf(bytes))).toEqual([
    [1, "企业问题台账", "企业问题台账", "企业问题台账"],
    [2, "企业", "问题", "时限"],
    [3, "甲公司", "停电", { year: 2022, month: 8, day: 12, hour: 0, minute: 0 }],
    [4, "甲公司", "路面坑洼", "2022.8.15"],
    [5, "乙公司", undefined, 12.5],
  ]);
  await expect(gridOf(bytes, "没有")).rejects.toThrow("空白、台账");
});

test("reads what workbooks hold besides: rich text, hints of sound, formulas, errors, the 1904 system", async () => {
  const sheet = `
    <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
    <row r="2"><c r="A2" t="str"><f>VLOOKUP(1,A:B,2)</f><v>算出来的</v></c><c r="B2"><f>1+1</f><v>2</v></c>
      <c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D2" t="b"><v>1</v></c><c r="E2"><f>NOW()</f></c></row>
    <row><c t="inlineStr"><is><t>=cmd|' /C calc'!A0</t></is></c><c s="1"><v>43323</v></c><c t="inlineStr"><is><t>a_x000D_b</t></is></c></row>`;
  const bytes = workbook(sheet, {
    strings: `<si><r><t>红</t></r><r><t>字</t></r><rPh sb="0" eb="1"><t>hong</t></rPh></si><si><t xml:space="preserve">甲&amp;乙</t></si>`,
    styles: `<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs>`,
    workbookPr: `<workbookPr date1904="1"/>`,
  });
  expect(cellsOf(await gridOf(bytes))).toEqual([
    [1, "红字", "甲&乙"],
    [2, "算出来的", 2, { error: "#DIV/0!" }, true],
    [3, "=cmd|' /C calc'!A0", { year: 2022, month: 8, day: 12, hour: 0, minute: 0 }, "a\rb"],
  ]);
});

test("tells formats of dates from others", () => {
  for (const code of ["yyyy-mm-dd", 'yyyy"年"m"月"', "h:mm", "[h]:mm", "[$-804]yyyy/m/d"])
    expect([code, isDateFormat(code)]).toEqual([code, true]);
  for (const code of ["General", "0.00", "[Red]0.00", '0"days"', "@", "#,##0\\d"])
    expect([code, isDateFormat(code)]).toEqual([code, false]);
});

test("CSV as Chinese spreadsheets write it: GBK, tabs in UTF-16, a guarded formula, rows counted with the empty ones", async () => {
  const text = '标题,,\r\n\r\n企业,问题\r\n甲公司,"停电,\n断水"\r\n乙公司,\'=1+1\r\n';
  const expected = [
    [1, "标题", undefined, undefined],
    [3, "企业", "问题"],
    [4, "甲公司", "停电,\n断水"],
    [5, "乙公司", "=1+1"],
  ];
  expect(cellsOf(await gridOf(text))).toEqual(expected);
  expect(cellsOf(await gridOf(iconv.encode(text, "gbk")))).toEqual(expected);
  const tabs = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("企业\t问题\r\n甲,公司\t停电\r\n", "utf16le")]);
  expect(cellsOf(await gridOf(tabs))).toEqual([
    [1, "企业", "问题"],
    [2, "甲,公司", "停电"],
  ]);
});

test("says what to do with a file that is none: old, locked, broken, empty", async () => {
  await expect(gridOf(Buffer.from("d0cf11e0a1b11ae1", "hex"))).rejects.toThrow("另存为不加密的 .xlsx");
  await expect(gridOf(Buffer.from("PK\u0003\u0004rubbish"))).rejects.toThrow("不是完好的 Excel 文件");
  await expect(gridOf(zipSync({ "word/document.xml": strToU8("<a/>") }))).rejects.toThrow("不是完好的 Excel 文件");
  await expect(gridOf(workbook("<row><c><v>1</v></c>"))).rejects.toThrow("不是完好的 Excel 文件");
  expect(await gridOf("")).toBeUndefined();
});

test("a bomb is refused before it goes off, millions of empty rows cost no memory", async () => {
  const small = workbook("<row><c><v>1</v></c></row>");
  await expect(gridOf(sized(small, limits.part + 1))).rejects.toThrow("表格内容过大");
  // One that says less than it is: what is unpacked beyond is never handed on.
  const large = workbook("<row><c><v>1</v></c></row>".repeat(limits.rows));
  await expect(gridOf(sized(large, 1000))).rejects.toThrow("不是完好的 Excel 文件");

  await expect(gridOf(workbook("<a>".repeat(200_000)))).rejects.toThrow("表格内容过大");
  const attributes = Array.from({ length: 100_000 }, (_, at) => `a${at}="1"`).join(" ");
  await expect(gridOf(workbook(`<row ${attributes}/>`))).rejects.toThrow("表格内容过大");

  const empty = `<row r="1"><c r="A1" t="inlineStr"><is><t>企业</t></is></c></row>${'<row r="9"><c r="A9" s="1"/></row>'.repeat(200_000)}`;
  expect(cellsOf(await gridOf(workbook(empty)))).toEqual([[1, "企业"]]);

  const many = "<row><c><v>1</v></c></row>".repeat(limits.rows + 1);
  await expect(gridOf(workbook(many))).rejects.toThrow(`最多 ${limits.rows} 行`);

  const corner = `<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row><row r="1048576"><c r="XFD1048576"><v>3</v></c></row>`;
  expect(cellsOf(await gridOf(workbook(corner)))).toEqual([[1, 1]]);

  const whole = `<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>`;
  const merged = { after: `<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>` };
  expect(cellsOf(await gridOf(workbook(whole, merged)))?.map((row) => row.length)).toEqual([257, 257]);
  const costly = `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(3000)}</mergeCells>`;
  await expect(gridOf(workbook(whole, { after: costly }))).rejects.toThrow("合并单元格的范围过大");
});

/** The archive with another size told for its sheet (APPNOTE 4.3.12: at 24 of the central entry). */
function sized(archive: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(archive);
  const name = bytes.lastIndexOf("xl/worksheets/sheet1.xml");
  const entry = bytes.lastIndexOf(Buffer.from("PK\u0001\u0002"), name);
  bytes.writeUInt32LE(size, entry + 24);
  return bytes;
}
