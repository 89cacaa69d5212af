import { day, placeNamed, type Teller } from "./teller.ts";

/** Along 和平街 and what crosses it. */
const spots = [
  "和平街与文化巷交叉口",
  "和平街与文化巷交叉口西60米路北",
  "和平街与松涛路交叉口东80米路南",
  "文化巷与和平街交叉口北120米路东",
  "中州路与和平街交叉口南50米路西",
  "征云礼堂",
];
const seen = ["慢车道破损约 1 平方米", "路面坑洼，雨后积水", "人行道板塌陷", "沥青路面开裂、松散"];

/** Twelve defects of one road in one works order: planned, begun, held over a rain, two of four milestones reached. */
export async function worksStory(teller: Teller): Promise<void> {
  const defects: string[] = [];
  for (let one = 0; one < 12; one += 1) {
    const at = teller.ago(16, "09:00") + one * 600_000;
    const place = placeNamed(spots[one % spots.length] ?? "和平街与文化巷交叉口");
    const report = { place, description: seen[one % seen.length], type: "06013" };
    const no = await teller.open(at, "collector1", "city-case", "report", report, [
      teller.photo("06013", "before", "near"),
    ]);
    await teller.act(at + 60_000, "intake1", no, "accept", { type: "06013" });
    await teller.act(at + 120_000, "shift1", no, "file", { type: "06013", criterion: "06013-1" });
    await teller.act(at + 180_000, "dispatcher1", no, "dispatch", { department: "municipal-office" });
    defects.push(no);
  }
  const proposed = {
    title: "和平街道路改造提升工程",
    work: "对老旧破损、坑洼塌陷的快、慢车道及人行道进行改造提升。",
    place: placeNamed("和平街与文化巷交叉口"),
    defects,
  };
  const begun = teller.ago(15, "15:00");
  const order = await teller.open(begun, "works1", "works", "propose", proposed);
  const planned = teller.ago(14, "10:00");
  await teller.act(planned, "works1", order, "plan", {
    contractor: "示例市政工程有限公司",
    startAt: planned,
    endAt: planned + 26 * day,
    milestones: [
      { name: "围挡与导行", at: planned + 2 * day },
      { name: "铣刨旧路面", at: planned + 6 * day },
      { name: "摊铺沥青", at: planned + 18 * day },
      { name: "划标线、恢复交通", at: planned + 25 * day },
    ],
  });
  await teller.act(planned + 2 * day, "works1", order, "reach", { name: "围挡与导行" });
  await teller.act(planned + 7 * day, "works1", order, "reach", { name: "铣刨旧路面" });
  const until = planned + 11 * day;
  const asked = planned + 8 * day;
  await teller.act(asked, "works1", order, "askHold", { until, reason: "连续降雨，无法摊铺。" });
  await teller.act(asked + 3600_000, "dispatcher1", order, "approveHold", { until });
  await teller.act(until, "works1", order, "resume", {});
}

/** A smaller one, waiting for its plan, and one done that waits to be accepted. */
export async function smallWorksStory(teller: Teller): Promise<void> {
  await teller.open(teller.ago(2, "16:00"), "dispatcher1", "works", "propose", {
    title: "解放路人行道板更换",
    work: "更换破损道板约 60 平方米。",
    place: placeNamed("中州路与解放路交叉口北40米路东"),
    manager: "municipal-office",
  });
  const begun = teller.ago(9, "09:00");
  const order = await teller.open(begun, "works1", "works", "propose", {
    title: "站前路检查井加固",
    work: "加固下沉检查井 6 座。",
    place: placeNamed("站前路与中州路交叉口东70米路北"),
  });
  await teller.act(begun + 3600_000, "works1", order, "plan", {
    contractor: "示例市政工程有限公司",
    startAt: begun + day,
    endAt: begun + 10 * day,
    milestones: [{ name: "开挖加固", at: begun + 5 * day }],
  });
  await teller.act(begun + 4 * day, "works1", order, "reach", { name: "开挖加固" });
  await teller.act(begun + 7 * day, "works1", order, "reportDone", { result: "6 座检查井已加固，路面已恢复。" }, [
    teller.photo("01002", "after", "after"),
  ]);
}
