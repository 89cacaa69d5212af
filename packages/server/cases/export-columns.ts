import type { Procedure, ReadableRecord, Words } from "@xiuhua/core/procedure";
import type { CaseSummary } from "../api/index.ts";
import { ownColumns } from "./own-columns.ts";
import { inWords, type WordSources } from "./wording.ts";

/** What a cell of an exported table may hold; a `Date` is an instant. */
export type Cell = string | number | Date | undefined;

interface Subject {
  readonly sources: WordSources;
  readonly procedure: Procedure | undefined;
  readonly case: CaseSummary;
  /** What the reader may read of the case itself; only where a column asks for it. */
  readonly readable?: ReadableRecord;
}

export interface Column {
  readonly key: string;
  readonly title: Words;
  /** In characters of the normal font; a Chinese one takes two. */
  readonly width: number;
  /** Whether its cells are instants. */
  readonly instants: boolean;
  cell(subject: Subject, language: keyof Words): Cell;
}

const colours: Readonly<Record<NonNullable<CaseSummary["colour"]>, Words>> = {
  green: { zh: "绿灯", en: "green" },
  yellow: { zh: "黄灯", en: "yellow" },
  red: { zh: "红灯", en: "red" },
};

const kinds = {
  component: { zh: "部件", en: "component" },
  event: { zh: "事件", en: "event" },
} as const satisfies Record<string, Words>;

/** Every column of an exported list, in the order of the file. */
export const exportColumns: readonly Column[] = [
  column("no", "案件编号", "Case number", 20, (one) => one.case.no),
  column("procedure", "业务流程", "Procedure", 16, (one, l) => one.procedure?.title[l] ?? one.case.procedure),
  column(
    "state",
    "当前环节",
    "State",
    14,
    (one, l) => one.procedure?.states[one.case.state]?.title[l] ?? one.case.state,
  ),
  column("title", "问题描述", "Description", 40, (one) => one.case.title),
  column("kind", "类型", "Kind", 12, (one, l) => {
    const kind = typeOf(one)?.kind;
    return kind && kinds[kind][l];
  }),
  column("class", "大类", "Class", 18, ({ sources, ...one }, l) => {
    const type = typeOf({ sources, ...one });
    return type && sources.catalogue.class(type.classCode)?.name[l];
  }),
  column("type", "小类", "Type", 20, (one, l) => one.case.type?.name[l]),
  column("typeCode", "小类代码", "Type code", 12, (one) => one.case.type?.id),
  column("source", "来源", "Source", 14, sourceOf),
  column("area", "所在区域", "Area", 24, (one, l) => one.case.area?.name[l]),
  column("cell", "单元网格", "Grid cell", 18, (one) => one.case.cell),
  column("place", "位置", "Place", 36, (one) => one.case.place?.text),
  column("lng", "经度（WGS 84）", "Longitude (WGS 84)", 16, (one) => one.case.place?.lng),
  column("lat", "纬度（WGS 84）", "Latitude (WGS 84)", 16, (one) => one.case.place?.lat),
  column("department", "责任单位", "Department", 24, (one, l) => one.case.department?.name[l]),
  column("requests", "待批申请", "Open requests", 18, ({ procedure, case: { requests } }, l) =>
    requests.map((name) => procedure?.requests[name]?.title[l] ?? name).join(separator[l]),
  ),
  column("openedAt", "上报时间", "Reported", 18, (one) => new Date(one.case.openedAt)),
  column("changedAt", "最近办理时间", "Last change", 18, (one) => new Date(one.case.changedAt)),
  column("dueAt", "截止时间", "Due", 18, (one) =>
    one.case.dueAt === undefined ? undefined : new Date(one.case.dueAt),
  ),
  column("colour", "时限状态", "Light", 12, (one, l) => one.case.colour && colours[one.case.colour][l]),
  column("overran", "超时环节", "Overran", 18, ({ procedure, case: { overran } }, l) =>
    overran.map((name) => procedure?.clocks[name]?.title[l] ?? name).join(separator[l]),
  ),
];

const separator = { zh: "、", en: ", " } as const;

function column(key: string, zh: string, en: string, width: number, cell: Column["cell"]): Column {
  return { key, title: { zh, en }, width, instants: key.endsWith("At"), cell };
}

function typeOf({ sources, case: { type } }: Subject) {
  return type && sources.catalogue.type(type.id);
}

/** The source by the words of its procedure's own field. */
function sourceOf({ sources, procedure, case: { source } }: Subject, language: keyof Words): Cell {
  const schema: unknown = procedure?.subject.properties["source"];
  if (source === undefined || typeof schema !== "object" || schema === null) return source;
  return inWords(sources, { source: schema }, { source })[0]?.value[language] ?? source;
}

/** The columns of a list: those of every case and, where it is of one procedure, that one's own. */
export const columnsFor = (procedure: Procedure | undefined): readonly Column[] =>
  procedure === undefined ? exportColumns : [...exportColumns, ...ownColumns(procedure)];

/** The columns named, in the order they are named in; all where none is. A name that does not exist is given back. */
export function pickColumns(
  offered: readonly Column[],
  names: string | undefined,
): { readonly columns: readonly Column[] } | { readonly unknown: string } {
  if (names === undefined) return { columns: offered };
  const columns: Column[] = [];
  for (const name of new Set(names.split(",").map((one) => one.trim()))) {
    const found = offered.find((one) => one.key === name);
    if (!found) return { unknown: name };
    columns.push(found);
  }
  return { columns };
}
