import type { RefusalCode, Words } from "@xiuhua/core/procedure";

/**
 * Every reason for which the server answers with a problem, with its status and its heading: the only place where
 * these texts stand. The code is the last part of the problem's stable `type`. A `message` is the sentence for those
 * reasons that always say the same; the others bring their own.
 */
const table = {
  // The engine's refusals, and the journal's.
  "invalid-input": { status: 422, title: { zh: "填写有误", en: "Invalid input" } },
  "missing-evidence": { status: 422, title: { zh: "缺少佐证材料", en: "Evidence missing" } },
  "wrong-state": { status: 409, title: { zh: "当前环节不能这样操作", en: "Not possible in this state" } },
  "wrong-role": { status: 403, title: { zh: "没有权限", en: "Not permitted" } },
  "not-your-turn": { status: 403, title: { zh: "不归您处理", en: "Not your turn" } },
  "unknown-action": { status: 404, title: { zh: "没有这项操作", en: "No such action" } },
  "request-pending": { status: 409, title: { zh: "已有同类申请待批", en: "Already asked" } },
  "no-request": { status: 409, title: { zh: "没有待批的申请", en: "Nothing was asked" } },
  rule: { status: 422, title: { zh: "不符合规定", en: "Against the rules" } },
  conflict: { status: 409, title: { zh: "与他人的修改冲突", en: "Conflict" } },
  "not-found": {
    status: 404,
    title: { zh: "没有找到", en: "Not found" },
    message: { zh: "没有找到您要的内容，请检查地址。", en: "There is nothing here; check the address." },
  },

  // Who is asking.
  "not-logged-in": {
    status: 401,
    title: { zh: "尚未登录", en: "Not logged in" },
    message: { zh: "请先登录。", en: "Log in first." },
  },
  "wrong-password": {
    status: 401,
    title: { zh: "登录失败", en: "Log-in failed" },
    message: { zh: "账号或密码不正确。", en: "The login or the password is wrong." },
  },
  "locked-out": { status: 429, title: { zh: "账号已暂时锁定", en: "Locked for a while" } },
  "wrong-csrf": {
    status: 403,
    title: { zh: "请求未通过校验", en: "Request not confirmed" },
    message: {
      zh: "请求头 x-csrf-token 缺失或不正确。请刷新页面后重试。",
      en: "The header x-csrf-token is missing or wrong. Reload the page and try again.",
    },
  },
  "too-many-requests": {
    status: 429,
    title: { zh: "请求过于频繁", en: "Too many requests" },
    message: { zh: "请求过于频繁，请稍后再试。", en: "Too many requests; try again a little later." },
  },

  // The request itself.
  "method-not-allowed": {
    status: 405,
    title: { zh: "不支持该请求方法", en: "Method not allowed" },
    message: { zh: "该地址不支持这种请求方法。", en: "This address does not take this method." },
  },
  "too-large": {
    status: 413,
    title: { zh: "内容过大", en: "Too large" },
    message: { zh: "提交的内容超过大小限制。", en: "What was sent is over the size limit." },
  },
  "wrong-media-type": {
    status: 415,
    title: { zh: "不支持的内容类型", en: "Unsupported media type" },
    message: { zh: "请以 application/json 格式提交。", en: "Send it as application/json." },
  },
  "bad-json": {
    status: 400,
    title: { zh: "JSON 格式错误", en: "Malformed JSON" },
    message: { zh: "提交的内容不是正确的 JSON。", en: "What was sent is not well-formed JSON." },
  },
  "unstorable-text": {
    status: 422,
    title: {
      zh: "含有无法保存的字符（零字节或不完整的字符），请删除后重试",
      en: "It holds characters that cannot be stored (a zero byte or half a character); remove them",
    },
    message: {
      zh: "提交的文字含有无法保存的字符，请删除后重试。",
      en: "The text holds characters that cannot be stored; remove them and try again.",
    },
  },
  "bad-request": {
    status: 400,
    title: { zh: "请求有误", en: "Bad request" },
    message: { zh: "请求格式有误，无法处理。", en: "The request is malformed." },
  },
  unavailable: {
    status: 503,
    title: { zh: "服务暂不可用", en: "Unavailable" },
    message: { zh: "服务暂时不可用，请稍后再试。", en: "The service is not available; try again a little later." },
  },
  internal: {
    status: 500,
    title: { zh: "服务器内部错误", en: "Internal error" },
    message: {
      zh: "服务器内部出错，已记录。请稍后再试；联系管理员时请提供请求编号。",
      en: "The server failed and has noted it. Try again later; give the administrator the number of the request.",
    },
  },
} as const satisfies Record<string, { status: number; title: Words; message?: Words }> & Record<RefusalCode, unknown>;

export type ErrorCode = keyof typeof table;

export interface ErrorText {
  readonly status: number;
  readonly title: Words;
  readonly message?: Words;
}

/** The known errors by code. A capability may answer with a code of its own; its heading then comes from its status. */
export const errors: Readonly<Record<ErrorCode, ErrorText>> = table;

const known: ReadonlyMap<string, ErrorText> = new Map(Object.entries(errors));

/** The heading of a problem: its code's own, else the one of its status. */
export function headingOf(code: string, status: number): Words {
  const text = known.get(code) ?? [...known.values()].find((one) => one.status === status);
  return (text ?? errors[status < 500 ? "bad-request" : "internal"]).title;
}
