import { day, type Teller } from "./teller.ts";

/** Invented but for the first, whose visit the newspaper page tells. */
const enterprises = [
  "焦作博创置业有限公司",
  "示例新材料有限公司",
  "示例轮胎配件有限公司",
  "示例食品有限公司",
  "示例物流园有限公司",
  "示例机械制造有限公司",
  "示例商业广场有限公司",
  "示例农贸市场服务中心",
  "示例装饰工程有限公司",
  "示例能源科技有限公司",
  "示例文旅发展有限公司",
  "示例医药有限公司",
];

const problems: readonly (readonly [problem: string, unit: string, result: string])[] = [
  ["建筑垃圾处置许可缺一项材料，工地等待开工", "waste-office", "已容缺办理，材料限期补齐"],
  ["土方外运缺少运输车辆", "waste-office", "已协调渣土运输车辆进场"],
  ["厂区门前道路坑洼，货车通行困难", "municipal-office", "已修补路面约 40 平方米"],
  ["门前污水井盖破损，夜间有安全隐患", "municipal-office", "已更换井盖"],
  ["园区门口路灯不亮，员工夜间下班不便", "lighting-office", "已更换灯具，恢复照明"],
  ["门店招牌设置要求不清楚", "jiefang-bureau", "已上门讲解并一次性告知"],
  ["厂区周边流动摊点占道，影响出车", "city-brigade", "已劝导至便民市场，安排早晚巡查"],
  ["厂门外绿化带遮挡进出视线", "greening-office", "已修剪并移植两株"],
  ["垃圾清运时间与进货高峰冲突", "sanitation-centre", "已调整清运时间"],
];

type Outcome = "early" | "inTime" | "late" | "toConfirm" | "open" | "overdue" | "raised" | "merged";

/** 57 problems, as on the page; most solved before their day, none lost. */
const outcomes: readonly (readonly [Outcome, number])[] = [
  ["early", 24],
  ["inTime", 9],
  ["late", 5],
  ["toConfirm", 4],
  ["open", 7],
  ["overdue", 2],
  ["raised", 3],
  ["merged", 3],
];

/** The enterprises' ledger: each problem from its visit to where it stands. */
export function enterpriseStories(): ((teller: Teller) => Promise<void>)[] {
  const kinds = outcomes.flatMap(([outcome, count]) => Array.from({ length: count }, () => outcome));
  let main: string | undefined;
  return kinds.map((outcome, index) => async (teller) => {
    const [problem, leadUnit, result] = problems[(index * 4) % problems.length] ?? ["", "", ""];
    // Over some two months, the solved ones first.
    const days =
      outcome === "open" || outcome === "raised" ? 1 + (index % 4) : outcome === "toConfirm" ? 7 : 64 - index;
    const begun = teller.ago(days, "09:30");
    const source = ["visit", "sweep", "call", "meeting"][index % 4];
    const enterprise = enterprises[index % enterprises.length];
    const said = { enterprise, problem, source, raisedAt: begun };
    if (outcome === "raised") {
      await teller.open(begun, "leader1", "enterprise-help", "raise", said);
      return;
    }
    const length = outcome === "open" ? 12 : outcome === "overdue" ? 3 : 8;
    const due = begun + length * day;
    const joint = index % 3 === 0 ? { jointUnits: ["housing-bureau"] } : {};
    const no = await teller.open(begun, "enterprise1", "enterprise-help", "raise", {
      ...said,
      leadUnit,
      ...joint,
      due,
    });
    if (outcome === "early") main ??= no;
    if (outcome === "merged" && main !== undefined)
      await teller.act(begun + day, "enterprise1", no, "merge", { into: main, note: "同一家企业反映的同一件事。" });
    if (outcome === "open" || outcome === "overdue" || outcome === "merged") return;
    const solvedAt =
      outcome === "late" ? due + 2 * day : outcome === "inTime" ? due + 3600_000 : begun + (2 + (index % 4)) * day;
    const way = index % 7 === 0 ? "settled" : "solved";
    await teller.act(solvedAt, officers[leadUnit] ?? "officer12", no, "solve", { way, result });
    if (outcome === "toConfirm") return;
    const mark = (least: number, by: number) => least + ((index + by) % (6 - least));
    await teller.act(solvedAt + day, "enterprise1", no, "confirm", {
      easier: mark(4, 0),
      safer: mark(4, 1),
      smoother: mark(outcome === "late" ? 2 : 3, 2),
      rooted: mark(4, 1),
      ...(index % 5 === 0 ? { opinion: "办得快，说得清。" } : {}),
    });
  });
}

/** Who speaks for the units that lead here. */
const officers: Readonly<Record<string, string>> = {
  "waste-office": "officer6",
  "municipal-office": "officer2",
  "lighting-office": "officer15",
  "jiefang-bureau": "officer1",
  "city-brigade": "officer10",
  "greening-office": "officer13",
  "sanitation-centre": "officer14",
};
