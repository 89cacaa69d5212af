import type { Actor, CaseRecord, EvidenceReference } from "./case.ts";
import { sources } from "./check.ts";
import type { AnyAction, Procedure, Shape } from "./definition.ts";
import type { Refusal } from "./refusal.ts";

export function checkRole(procedure: Procedure, definition: AnyAction<Shape>, actor: Actor): Refusal | undefined {
  if (definition.by.includes(actor.role)) return undefined;
  const roles = definition.by
    .filter((role) => role !== "system")
    .map((role) => procedure.roles[role]?.title ?? { zh: role, en: role });
  return {
    code: "wrong-role",
    message: {
      zh:
        roles.length > 0
          ? `“${definition.title.zh}”只能由${roles.map((one) => one.zh).join("、")}办理`
          : `“${definition.title.zh}”由系统到时自动办理`,
      en:
        roles.length > 0
          ? `“${definition.title.en}” is for: ${roles.map((one) => one.en).join(", ")}`
          : `“${definition.title.en}” is done by the system in time`,
    },
  };
}

export function checkEvidence(
  definition: AnyAction<Shape>,
  evidence: readonly EvidenceReference[],
): Refusal | undefined {
  for (const [kind, least] of Object.entries(definition.evidence ?? {})) {
    const have = evidence.filter((one) => one.kind === kind).length;
    if (have < least) return missingEvidence(kind, least);
  }
  return undefined;
}

const kindWords: Readonly<Record<string, { zh: string; en: string }>> = {
  near: { zh: "近景照片", en: "near photo" },
  far: { zh: "远景照片", en: "far photo" },
  reference: { zh: "参照物照片", en: "reference photo" },
  before: { zh: "处置前照片", en: "before photo" },
  after: { zh: "处置后照片", en: "after photo" },
  check: { zh: "核查照片", en: "check photo" },
  audio: { zh: "录音", en: "recording" },
  document: { zh: "文件", en: "document" },
};

/** The refusal for too few files of a kind; procedures use it for counts that a city sets. */
export function missingEvidence(kind: string, least: number): Refusal {
  const words = kindWords[kind] ?? { zh: kind, en: kind };
  const message = { zh: `至少需要 ${least} 张（份）${words.zh}`, en: `At least ${least} ${words.en} needed` };
  return { code: "missing-evidence", message, problems: [{ field: "/evidence", message }] };
}

export function unknownAction(procedure: Procedure, action: string): Refusal {
  return {
    code: "unknown-action",
    message: {
      zh: `“${procedure.title.zh}”没有名为“${action}”的操作`,
      en: `${procedure.title.en} has no action “${action}”`,
    },
  };
}

export function wrongState(procedure: Procedure, record: CaseRecord, definition: AnyAction<Shape>): Refusal {
  const now = procedure.states[record.state]?.title ?? { zh: record.state, en: record.state };
  const from = sources(definition).map((state) => procedure.states[state]?.title ?? { zh: state, en: state });
  return {
    code: "wrong-state",
    message: {
      zh: `案件现为“${now.zh}”，“${definition.title.zh}”只能在“${from.map((one) => one.zh).join("、")}”时办理`,
      en: `The case is “${now.en}”; “${definition.title.en}” starts from: ${from.map((one) => one.en).join(", ")}`,
    },
  };
}

export const notYourTurn: Refusal = {
  code: "not-your-turn",
  message: { zh: "案件现由其他单位或人员办理", en: "The case lies with another unit or person" },
};

export const notYet: Refusal = {
  code: "rule",
  message: { zh: "还没有到系统自动办理的时间", en: "The time at which the system does this has not come" },
};

export const noRequest: Refusal = {
  code: "no-request",
  message: { zh: "没有待审批的申请", en: "Nobody has asked for this" },
};

export function requestPending(procedure: Procedure, name: string): Refusal {
  const words = procedure.requests[name]?.title ?? { zh: name, en: name };
  return {
    code: "request-pending",
    message: { zh: `“${words.zh}”正在等待答复`, en: `“${words.en}” is waiting for its answer` },
  };
}

export function invalidInput(problems: Refusal["problems"] & object): Refusal {
  return {
    code: "invalid-input",
    message: { zh: `有 ${problems.length} 处填写有误`, en: `${problems.length} field(s) need correcting` },
    problems,
  };
}
