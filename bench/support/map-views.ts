import type { CaseTileQuery } from "../../packages/server/api/index.ts";

/** What somebody looks at on the map. */
export interface MapView {
  readonly name: string;
  readonly login: string;
  readonly query: CaseTileQuery;
  /** Which zooms it is looked at on. */
  readonly zooms: readonly number[];
}

const every = [10, 11, 12, 13, 14, 15, 16, 17];
/** Heat is drawn from these; nearer, the screen enlarges the last. */
const heat = [10, 11, 12, 13, 14, 15];

export const views: readonly MapView[] = [
  { name: "open, by light", login: "shift1", query: { open: true }, zooms: every },
  { name: "all cases", login: "shift1", query: {}, zooms: every },
  { name: "red", login: "shift1", query: { colour: ["red"] }, zooms: every },
  { name: "two states", login: "shift1", query: { state: ["handling", "closed"] }, zooms: every },
  { name: "class, 3 months", login: "shift1", query: { type: "07", from: "2025-12", to: "2026-02" }, zooms: every },
  { name: "heat, all", login: "shift1", query: { view: "heat" }, zooms: heat },
  { name: "heat, class", login: "shift1", query: { view: "heat", type: "06" }, zooms: heat },
  {
    name: "heat, type, 12 months",
    login: "shift1",
    query: { view: "heat", type: "07001", from: "2025-03", to: "2026-02" },
    zooms: heat,
  },
  { name: "one department", login: "shift1", query: { department: "lighting-office" }, zooms: every },
  { name: "district reader", login: "prosecutor1", query: {}, zooms: every },
  { name: "department reader", login: "officer1", query: {}, zooms: every },
  { name: "department reader, heat", login: "officer1", query: { view: "heat" }, zooms: heat },
];
