import type { FieldProblem, Refusal, RefusalCode, Words } from "@xiuhua/core/procedure";

/** A no from the shell around the engine. */
export interface CaseRefusal {
  readonly code: RefusalCode | "not-found" | "conflict" | "key-reused";
  readonly message: Words;
  readonly problems?: readonly FieldProblem[];
}

export interface Refused {
  readonly ok: false;
  readonly refusal: CaseRefusal;
}

/** What became of a request to act. */
export type Answer = { readonly ok: true; readonly value: Acted } | Refused;

export interface Acted {
  readonly no: string;
  readonly seq: number;
  readonly state: string;
}

export const refuse = (refusal: CaseRefusal | Refusal): Refused => ({ ok: false, refusal });

export const notFound: CaseRefusal = {
  code: "not-found",
  message: { zh: "没有这个案件，或您无权查看", en: "There is no such case, or you may not see it" },
};

export const conflict: CaseRefusal = {
  code: "conflict",
  message: {
    zh: "别人刚刚办理了此案，请刷新后再办",
    en: "Somebody has just acted on this case; reload it and try again",
  },
};

export const keyReused: CaseRefusal = {
  code: "key-reused",
  message: { zh: "同一幂等键已用于另一请求", en: "This idempotency key was used for another request" },
};

export const unknownEvidence: CaseRefusal = {
  code: "invalid-input",
  message: { zh: "有附件未上传或已失效，请重新上传", en: "A file was not uploaded; upload it again" },
  problems: [{ field: "/evidence", message: { zh: "附件未上传或已失效", en: "The file is not stored" } }],
};
