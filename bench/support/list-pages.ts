import type { CaseListQuery } from "../../packages/server/api/index.ts";

/** A page that somebody at a desk asks for all day. */
export interface Page {
  readonly name: string;
  readonly login: string;
  readonly path: string;
  /** The query behind the path, to have its plan told; none for counts. */
  readonly query: CaseListQuery;
  readonly counts?: true;
  /** One of those that the goal is about. */
  readonly goal?: true;
}

function list(name: string, login: string, query: CaseListQuery): Page {
  return { name, login, path: `/api/cases?${text(query)}`, query, ...(query.queue === "mine" ? { goal: true } : {}) };
}

function counts(name: string, login: string, query: CaseListQuery): Page {
  return { name, login, path: `/api/cases/counts?${text(query)}`, query, counts: true };
}

function text(query: CaseListQuery): string {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).map((one): [string, string] => [key, String(one)]),
  );
  return new URLSearchParams(pairs).toString();
}

/** A page from two years ago: what `next` of the page before would say. */
const deep = Buffer.from(JSON.stringify(["2024-03-02T01:00:00.000Z", "41082024030200000"])).toString("base64url");

export const pages: readonly Page[] = [
  list("my queue, dispatcher", "dispatcher1", { queue: "mine" }),
  list("my queue, department officer", "officer1", { queue: "mine" }),
  list("my queue, handler", "handler1", { queue: "mine" }),
  list("my queue, shift leader", "shift1", { queue: "mine" }),
  list("my queue, dispatcher, one type", "dispatcher1", { queue: "mine", type: "07001" }),
  list("all, newest first", "shift1", {}),
  list("all, by what is left of the limit", "shift1", { sort: "due" }),
  list("all, two years back by cursor", "shift1", { after: deep }),
  list("unfinished", "shift1", { open: true }),
  list("state: in handling", "shift1", { state: ["handling"] }),
  list("state: closed", "shift1", { state: ["closed"] }),
  list("district", "shift1", { area: "410803" }),
  list("community", "shift1", { area: "410802005002" }),
  list("department", "shift1", { department: "lighting-office" }),
  list("type", "shift1", { type: "01002" }),
  list("class", "shift1", { type: "01" }),
  list("type and state", "shift1", { type: "06010", state: ["dispatched"] }),
  list("red", "shift1", { colour: ["red"] }),
  list("red, by what is left", "shift1", { colour: ["red"], sort: "due" }),
  list("yellow", "shift1", { colour: ["yellow"] }),
  list("text, frequent", "shift1", { text: "占用 盲道" }),
  list("text, rare", "shift1", { text: "高架桥 异响" }),
  list("text, rare, in one district", "shift1", { text: "高架桥 异响", area: "410803" }),
  list("map box, a street", "shift1", { box: "113.246,35.240,113.249,35.242" }),
  list("map box, the city", "shift1", { box: "113.1,35.1,113.5,35.4" }),
  list("seen by a department", "officer1", { queue: "seen" }),
  list("seen by a handler", "handler2", { queue: "seen" }),
  list("seen by a prosecutor", "prosecutor1", { queue: "seen" }),
  list("seen by a department, red", "officer1", { queue: "seen", colour: ["red"] }),
  list("reported by me", "collector3", { queue: "reported" }),
  counts("counts, whole city", "shift1", {}),
  counts("counts, dispatcher's queue", "dispatcher1", { queue: "mine" }),
  counts("counts, department", "officer1", {}),
  counts("counts, handler", "handler1", {}),
  counts("counts, one district", "shift1", { area: "410803" }),
];
