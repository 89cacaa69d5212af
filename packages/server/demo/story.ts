import type { Calendar } from "@xiuhua/core/calendar";
import type { EvidenceReference } from "@xiuhua/core/procedure";
import type { Answer } from "../cases/index.ts";
import type { Reader } from "../people/index.ts";
import { handlerOf, holders, officerOf, readerOf } from "./cast.ts";
import type { Random } from "./random.ts";
import type { Scene } from "./scenes.ts";

/** How a story ends, or where it is left for the visitor to go on. */
export type Ending =
  | "reported"
  | "verifying"
  | "untrue"
  | "accepted"
  | "filed"
  | "districtFiled"
  | "dispatched"
  | "handling"
  | "returning"
  | "disputed"
  | "onHold"
  | "handled"
  | "checking"
  | "checked"
  | "closed"
  | "notAccepted"
  | "voided"
  | "merged"
  | "short"
  | "rework"
  | "extension"
  | "askHold"
  | "askVoid"
  | "forced"
  | "appeal";

export interface Stage {
  /** The clock of this story alone. */
  now: number;
  act: (
    reader: Reader,
    no: string,
    action: string,
    input: unknown,
    evidence?: readonly EvidenceReference[],
  ) => Promise<Answer>;
  open: (reader: Reader, action: string, input: unknown, evidence: readonly EvidenceReference[]) => Promise<Answer>;
  picture: (scene: Scene, moment: "before" | "after") => string;
  /** The unit proposed for a type at an area, of these kinds. */
  responsible(type: string, area: string): readonly string[];
  within: (unit: string, above: string) => boolean;
  criterion(type: string): string;
  readonly calendar: Calendar;
  readonly random: Random;
}

export interface Plot {
  readonly scene: Scene;
  readonly place: { readonly text: string; readonly lng: number; readonly lat: number; readonly area: string };
  readonly text: string;
  readonly ending: Ending;
  /** A case already told, for a duplicate to be merged into. */
  readonly main?: string;
}

const minute = 60_000;
const hour = 60 * minute;

/** Tells one case from its report to its ending. Every step goes through `act`; a refused step is a bug in the story. */
export async function tell(stage: Stage, plot: Plot): Promise<string> {
  const { random } = stage;
  const { scene, place, ending } = plot;
  const photo = (moment: "before" | "after", kind: EvidenceReference["kind"]): EvidenceReference => ({
    hash: stage.picture(scene, moment),
    kind,
  });
  const collector = readerOf(holders("collector", place.area)[0] ?? "collector1");
  const intake = readerOf(random.pick(["intake1", "intake2"]));
  const leader = readerOf("shift1");
  const dispatcher = readerOf(random.pick(["dispatcher1", "dispatcher2"]));
  let no = "";

  const step = async (reader: Reader, action: string, input: unknown, evidence: readonly EvidenceReference[] = []) => {
    const answer = await stage.act(reader, no, action, input, evidence);
    if (!answer.ok)
      throw new Error(
        `Demo case ${no} (${ending}): ${action} was refused: ${answer.refusal.message.en} ${JSON.stringify(answer.refusal.problems ?? [])}`,
      );
  };
  const wait = (low: number, high: number) => (stage.now += random.between(low, high));
  /** Crews work in working time: the next working instant, and a while into it. */
  const work = (low: number, high: number) => {
    stage.now = stage.calendar.add(stage.now, { value: random.between(low, high) / hour, unit: "work_hour" });
  };

  if (ending === "short") {
    const answer = await stage.open(
      collector,
      "reportSelfHandled",
      { place: point(plot), description: `${plot.text}，已当场处理`, type: scene.type },
      [photo("before", "before"), photo("after", "after")],
    );
    if (!answer.ok) throw new Error(`Demo short case: ${answer.refusal.message.en}`);
    return answer.value.no;
  }

  const fromPublic = ending === "verifying" || ending === "untrue" || random.chance(0.2);
  const opened = await stage.open(
    fromPublic ? intake : collector,
    "report",
    {
      place: point(plot),
      description: plot.text,
      ...(fromPublic
        ? { source: random.pick(["hotline", "web"]), informant: { name: "市民（演示）", phone: "0391-0000000" } }
        : { type: scene.type, capturedAt: stage.now - minute }),
    },
    fromPublic ? [] : [photo("before", "near"), photo("before", "far")],
  );
  if (!opened.ok) throw new Error(`Demo report: ${opened.refusal.message.en}`);
  no = opened.value.no;
  if (ending === "reported") return no;

  wait(2 * minute, 14 * minute);
  if (ending === "notAccepted")
    return step(intake, "refuse", { reason: "所反映问题属小区物业内部事务，不在城市管理受理范围内。" }).then(() => no);
  if (ending === "merged" && plot.main !== undefined)
    return step(intake, "merge", { into: plot.main, note: "同一地点、同一问题。" }).then(() => no);
  if (fromPublic) {
    await step(intake, "sendVerify", { collector: collector.person, note: "请到现场核实。" });
    if (ending === "verifying") return no;
    wait(10 * minute, 28 * minute);
    if (ending === "untrue")
      return step(collector, "rejectVerified", { reason: "现场未发现所述问题，周边已巡查一遍。" }).then(() => no);
    await step(collector, "confirmVerified", { type: scene.type, note: "现场属实。" }, [photo("before", "near")]);
  } else await step(intake, "accept", { type: scene.type });
  if (ending === "accepted") return no;

  wait(3 * minute, 20 * minute);
  await step(leader, "file", { type: scene.type, criterion: stage.criterion(scene.type) });
  if (ending === "filed") return no;
  if (ending === "voided") {
    wait(minute, 10 * minute);
    return step(leader, "approveVoid", { reason: "立案后核对，该处已列入市政改造工程，作废处理。" }).then(() => no);
  }

  wait(2 * minute, 14 * minute);
  const units = stage.responsible(scene.type, place.area);
  const department = units.find((unit) => handlerOf(unit, stage.within) !== undefined) ?? units[0] ?? "city-brigade";
  if (ending === "districtFiled" || (random.chance(0.15) && ending === "closed")) {
    const platform = `${place.area.startsWith("410811") ? "shanyang" : "jiefang"}-platform`;
    await step(dispatcher, "dispatch", { department: platform, note: "请区级平台派遣。" });
    if (ending === "districtFiled") return no;
    wait(5 * minute, 14 * minute);
    await step(readerOf(platform === "shanyang-platform" ? "district2" : "district1"), "districtDispatch", {
      department,
    });
  } else await step(dispatcher, "dispatch", { department });
  if (ending === "dispatched") return no;

  const officer = readerOf(officerOf(department, stage.within) ?? "officer12");
  if (ending === "returning" || ending === "disputed") {
    const other = units.find((unit) => unit !== department) ?? "municipal-office";
    let current = department;
    for (let round = 1; round <= (ending === "disputed" ? 3 : 1); round += 1) {
      wait(20 * minute, hour);
      await step(readerOf(officerOf(current, stage.within) ?? "officer12"), "askReturn", {
        reason: "该处不在我单位管养范围内，建议核对权属后派遣。",
      });
      if (round === (ending === "disputed" ? 3 : 1)) return no;
      wait(3 * minute, 12 * minute);
      await step(dispatcher, "approveReturn", {});
      wait(2 * minute, 10 * minute);
      current = current === department ? other : department;
      await step(dispatcher, "dispatch", { department: current });
    }
  }

  work(20 * minute, hour);
  const handler = handlerOf(department, stage.within);
  if (handler !== undefined) await step(officer, "assign", { handler, note: "请尽快处置。" });
  if (ending === "handling") return no;
  if (ending === "askVoid") return step(officer, "askVoid", { reason: "经查该点位与在办案件重复。" }).then(() => no);
  if (ending === "extension" || ending === "askHold" || ending === "onHold") {
    work(15 * minute, 40 * minute);
    if (ending === "extension")
      return step(officer, "askExtension", { reason: "连日降雨，沥青无法摊铺，申请延期。" }).then(() => no);
    const until = stage.now + random.between(20, 60) * 24 * hour;
    await step(officer, "askHold", { cause: "works", until, reason: "需结合道路改造工程一并实施。" });
    if (ending === "askHold") return no;
    wait(5 * minute, 14 * minute);
    return step(dispatcher, "approveHold", { until, note: "同意挂账，按期恢复。" }).then(() => no);
  }
  if (ending === "forced") {
    work(hour, 3 * hour);
    return step(leader, "forceClose", { reason: "现场已由市民自行清理，经值班长核对照片，强制结案。" }).then(() => no);
  }

  const late = ending === "appeal" || random.chance(0.12);
  if (late) work(12 * hour, 18 * hour);
  else work(hour, 5 * hour);
  await step(handler === undefined ? officer : readerOf(handler), "reportDone", { result: scene.result }, [
    photo("after", "after"),
  ]);
  if (ending === "handled") return no;
  wait(3 * minute, 14 * minute);
  await step(intake, "sendCheck", { collector: collector.person });
  if (ending === "checking") return no;
  wait(8 * minute, 28 * minute);
  if (ending === "rework" || random.chance(0.05)) {
    await step(collector, "failCheck", { reason: "现场仍有残留，未达结案条件。" }, [photo("before", "check")]);
    if (ending === "rework") return no;
    work(hour, 2 * hour);
    await step(officer, "reportDone", { result: `${scene.result}（返工后）` }, [photo("after", "after")]);
    wait(3 * minute, 10 * minute);
    await step(intake, "sendCheck", { collector: collector.person });
    wait(8 * minute, 25 * minute);
  }
  await step(collector, "passCheck", { note: "同视角核查，已恢复。" }, [photo("after", "check")]);
  if (ending === "checked") return no;
  wait(4 * minute, 25 * minute);
  await step(leader, "close", {});
  if (ending === "appeal") {
    wait(hour, 4 * hour);
    await step(officer, "appeal", { reason: "处置期间该路段因突发管线抢修封闭，非我单位原因。" });
  }
  return no;
}

function point({ place }: Plot) {
  return { lng: place.lng, lat: place.lat, text: place.text };
}
