import type { ResponsibilityRuleInput } from "../api/index.ts";
import { saveComponents, type Wanted } from "../components/index.ts";
import { searchTerms } from "../cases/index.ts";
import type { Places } from "../places/index.ts";
import type { Responsibility } from "../responsibility/index.ts";
import type { Database } from "../store/index.ts";
import { roads, type DemoRoad } from "./files.ts";

/** Owners as the census knows them: invented codes that nobody could take for a real one. */
const owners = {
  lights: { code: "DEMO-LIGHT", name: "市城市照明管理单位（演示权属）" },
  drains: { code: "DEMO-DRAIN", name: "市排水单位（演示权属）" },
} as const;

/** Rules as the demo's organisation would have them. */
export const demoRules: readonly ResponsibilityRuleInput[] = [
  { owner: owners.lights.code, unit: "lighting-office", note: "路灯随权属" },
  { owner: owners.drains.code, unit: "drainage-unit", note: "雨污水设施随权属" },
  { owner: "DEMO-POWER", unit: "power-company" },
  { owner: "DEMO-TELECOM", unit: "telecom-operators" },
  { type: "03005", area: "410802", unit: "jiefang-sanitation" },
  { type: "03005", area: "410811", unit: "shanyang-sanitation" },
  { type: "03005", area: "410803", unit: "zhongzhan-bureau" },
  { type: "03005", area: "410804", unit: "macun-bureau" },
  { type: "01023", unit: "municipal-office", note: "无主井盖由市政兜底" },
  { type: "01034", unit: "municipal-office", note: "无主立杆由市政兜底" },
  { type: "04", unit: "greening-office" },
  { type: "06013", area: "410871", unit: "shifan-bureau", note: "示范区道路由区局养护" },
];

/** What stands along a road: how far apart, at which side of its middle (metres), how many at most. */
const kinds = [
  { type: "01037", every: 60, first: 30, aside: 9, most: 24, name: "号灯杆", owner: owners.lights, inspectDays: 90 },
  {
    type: "01002",
    every: 260,
    first: 80,
    aside: 3,
    most: 5,
    name: "号污水井盖",
    owner: owners.drains,
    inspectDays: 180,
  },
  { type: "03005", every: 210, first: 120, aside: -8, most: 5, name: "号垃圾箱", owner: undefined, inspectDays: 30 },
] as const;

const day = 24 * 3_600_000;
const metresPerDegree = 111_195;

/** Puts schematic components along the demo's roads, and the rules of who answers for them. */
export async function seedStreet(options: {
  readonly db: Database;
  readonly city: string;
  readonly places: Pick<Places, "locate">;
  readonly responsibility: Pick<Responsibility, "add">;
  readonly now: number;
}): Promise<void> {
  const { db, city, places, responsibility, now } = options;
  await saveComponents(db, city, standing(places, now), { kind: "imported", person: "import", at: now - 200 * day });
  for (const rule of demoRules) {
    const added = await responsibility.add("admin1", rule);
    if (!added.ok) throw new Error(`Demo rule for ${rule.unit}: ${added.refusal.message.en}`);
  }
}

/** Every component with its code by the rule: county, type, serial within both. */
export function standing(places: Pick<Places, "locate">, now: number): Wanted[] {
  const serials = new Map<string, number>();
  return roads.flatMap((road) =>
    kinds.flatMap(({ type, every, first, aside, most, name, owner, inspectDays }) =>
      Array.from({ length: most }, (_, index) => {
        const at = along(road, first + index * every, aside);
        const located = at && places.locate(at[0], at[1]);
        if (!at || !located) return [];
        const stem = located.area.slice(0, 6) + type;
        const serial = (serials.get(stem) ?? 0) + 1;
        serials.set(stem, serial);
        const named = `${road.name}${String(index + 1).padStart(3, "0")}${name}`;
        const [worn, gone] = [serial % 23 === 0, serial % 61 === 0];
        return [
          {
            code: stem + String(serial).padStart(6, "0"),
            area: located.area,
            terms: searchTerms(named),
            attributes: {
              type,
              name: named,
              lng: at[0],
              lat: at[1],
              cell: located.cell ?? null,
              state: gone ? "missing" : worn ? "damaged" : "intact",
              owner_code: owner?.code ?? null,
              owner_name: owner?.name ?? null,
              source: "其他",
              remarks: "示意数据：为演示而绘，不是真实部件",
              initial_date: dayOf(now - 200 * day),
              inspect_days: inspectDays,
              next_inspection: dayOf(now + ((serial * 7) % inspectDays) * day - 5 * day),
            },
          },
        ];
      }).flat(),
    ),
  );
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The point so far along a road and so far to the right of its middle; undefined beyond its end. */
function along({ line }: DemoRoad, metres: number, aside: number): readonly [lng: number, lat: number] | undefined {
  let left = metres;
  for (let at = 0; at + 1 < line.length; at += 1) {
    const [from, to] = [line[at], line[at + 1]];
    if (!from || !to) return undefined;
    const shrink = Math.cos((from[1] * Math.PI) / 180);
    const [east, northward] = [(to[0] - from[0]) * shrink * metresPerDegree, (to[1] - from[1]) * metresPerDegree];
    const length = Math.hypot(east, northward);
    if (left <= length && length > 0) {
      const x = (east * left + northward * aside) / length;
      const y = (northward * left - east * aside) / length;
      return [rounded(from[0] + x / shrink / metresPerDegree), rounded(from[1] + y / metresPerDegree)];
    }
    left -= length;
  }
  return undefined;
}

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
