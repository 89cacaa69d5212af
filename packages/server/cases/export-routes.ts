import { Readable } from "node:stream";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { FastifyReply } from "fastify";
import { Type, type Static } from "typebox";
import { CaseFilter } from "../api/index.ts";
import { redactRecord } from "@xiuhua/core/procedure";
import { problem, type Language } from "../http/index.ts";
import type { Reader } from "../people/index.ts";
import { csv } from "./csv.ts";
import { columnsFor, exportColumns, pickColumns, type Cell, type Column } from "./export-columns.ts";
import type { ExportRow, Exports } from "./export.ts";
import { summaryOf } from "./summary.ts";
import { mostXlsxRows, xlsx } from "./xlsx.ts";

const tags = ["cases"];

const ExportQuery = Type.Object(
  {
    ...CaseFilter.properties,
    columns: Type.Optional(
      Type.String({
        maxLength: 4000,
        description: `Which columns, in which order, separated by commas: ${exportColumns.map((one) => one.key).join(", ")}; of one procedure also its own fields, as subject.NAME and facts.NAME`,
      }),
    ),
    language: Type.Optional(Type.Union([Type.Literal("zh"), Type.Literal("en")])),
  },
  { additionalProperties: false },
);
type ExportQuery = Static<typeof ExportQuery>;

/**
 * The cases of a list as a file: the same filter, the same rows.
 *
 * @param most rows of an Excel file
 */
export function exportRoutes(
  { exports }: { readonly exports: Exports },
  { most = mostXlsxRows }: { readonly most?: number } = {},
): FastifyPluginAsyncTypebox {
  const { sources, procedures, now } = exports;
  const { calendar } = sources.city;
  const localTime = (at: number) => `${calendar.localDate(at)} ${calendar.localTime(at)}`;

  function table(reader: Reader, { columns: names, language: _language, ...filter }: ExportQuery, language: Language) {
    const offered = columnsFor(filter.procedure === undefined ? undefined : procedures.get(filter.procedure));
    const picked = pickColumns(offered, names);
    if ("unknown" in picked) throw unknownColumn(offered, picked.unknown);
    return { columns: picked.columns, filter, batches: cells(reader, filter, picked.columns, language) };
  }

  async function* cells(reader: Reader, filter: CaseFilter, columns: readonly Column[], language: Language) {
    const at = now();
    const eyes = { person: reader.person, roles: reader.grants.map((grant) => grant.role) };
    const about = (row: ExportRow) => {
      const procedure = procedures.get(row.procedure);
      const subject = { sources, procedure, case: summaryOf(sources, row, at) };
      return procedure && row.record ? { ...subject, readable: redactRecord(procedure, row.record, eyes) } : subject;
    };
    const whole = columns.some((one) => one.key.includes("."));
    for await (const rows of exports.rows(reader, filter, whole))
      yield rows.map((row): Cell[] => {
        const subject = about(row);
        return columns.map((one) => one.cell(subject, language));
      });
  }

  function asFile(reply: FastifyReply, kind: "csv" | "xlsx", mediaType: string): FastifyReply {
    const name = `cases-${localTime(now()).replaceAll(/[-:]/g, "").replace(" ", "-")}.${kind}`;
    return reply.header("content-disposition", `attachment; filename="${name}"`).type(mediaType);
  }

  return async (app) => {
    app.get(
      "/api/cases/export.csv",
      {
        schema: {
          tags,
          summary: "The cases of a list as CSV",
          description:
            "UTF-8 with a byte order mark; times as in the city. Excel rounds long numbers in CSV: use .xlsx there.",
          querystring: ExportQuery,
          produces: ["text/csv"],
        },
      },
      (request, reply) => {
        const language = request.query.language ?? request.language;
        const { columns, batches } = table(request.reader, request.query, language);
        const header = columns.map((one) => one.title[language]);
        const text = csv(header, batches, (at) => localTime(at.getTime()));
        return asFile(reply, "csv", "text/csv; charset=utf-8").send(Readable.from(text));
      },
    );
    app.get(
      "/api/cases/export.xlsx",
      {
        schema: {
          tags,
          summary: `The cases of a list as an Excel workbook, at most ${most} rows`,
          querystring: ExportQuery,
          produces: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
        },
      },
      async (request, reply) => {
        const language = request.query.language ?? request.language;
        const { columns, filter, batches } = table(request.reader, request.query, language);
        if (await exports.exceeds(request.reader, filter, most)) throw tooMany(most);
        const workbook = xlsx({
          name: { zh: "案件", en: "Cases" }[language],
          columns: columns.map(({ title, width, instants }) => ({ title: title[language], width, instants })),
          batches,
          wall: (at) => new Date(`${localTime(at.getTime()).replace(" ", "T")}Z`),
        });
        return asFile(reply, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet").send(
          workbook,
        );
      },
    );
  };
}

function unknownColumn(offered: readonly Column[], name: string) {
  const known = offered.map((one) => one.key).join(", ");
  const message = {
    zh: `没有“${name}”这一列；可用的列：${known}`,
    en: `There is no column “${name}”; there are: ${known}`,
  };
  return problem(422, "invalid-input", message, [{ field: "/columns", message }]);
}

function tooMany(most: number) {
  return problem(422, "too-many-rows", {
    zh: `符合条件的案件超过 ${most} 件，Excel 文件放不下。请缩小筛选范围，或导出为 CSV。`,
    en: `More than ${most} cases match, too many for an Excel file. Narrow the filter, or export as CSV.`,
  });
}
