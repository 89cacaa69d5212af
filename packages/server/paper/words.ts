import type { Words } from "@xiuhua/core/procedure";
import type { CaseClock } from "../api/index.ts";

/** What stands on a printed case besides its own words. */
export const words = {
  no: { zh: "案件编号", en: "Case" },
  state: { zh: "当前环节", en: "State" },
  opened: { zh: "登记时间", en: "Opened" },
  reported: { zh: "案件信息", en: "What was reported" },
  found: { zh: "办理信息", en: "What was found and decided" },
  place: { zh: "位置", en: "Place" },
  area: { zh: "所在区域", en: "Area" },
  cell: { zh: "单元网格", en: "Grid cell" },
  point: { zh: "坐标", en: "Position" },
  clocks: { zh: "时限", en: "Deadlines" },
  basis: { zh: "依据", en: "Basis" },
  due: { zh: "截止", en: "due" },
  extended: { zh: "含延期", en: "extensions included" },
  requests: { zh: "待答复的申请", en: "Open requests" },
  links: { zh: "相关案件", en: "Related cases" },
  photos: { zh: "现场照片", en: "Photos" },
  files: { zh: "其他材料", en: "Other files" },
  timeline: { zh: "办理过程", en: "Timeline" },
  noPicture: { zh: "图片无法显示", en: "The picture cannot be shown" },
  printed: { zh: "打印", en: "Printed" },
} as const satisfies Readonly<Record<string, Words>>;

export const pageOf = (page: number, pages: number): Words => ({
  zh: `第 ${page} 页，共 ${pages} 页`,
  en: `page ${page} of ${pages}`,
});

export const morePhotos = (count: number): Words => ({
  zh: `另有 ${count} 张照片，见系统。`,
  en: `${count} more photos are in the system.`,
});

export const earlierSteps = (count: number): Words => ({
  zh: `此前还有 ${count} 步，见系统。`,
  en: `${count} earlier steps are in the system.`,
});

export const onBehalfOf = (name: Words): Words => ({ zh: `代${name.zh}`, en: `for ${name.en}` });

export const kinds: Readonly<Record<string, Words>> = {
  near: { zh: "近景", en: "near" },
  far: { zh: "远景", en: "far" },
  reference: { zh: "参照物", en: "reference" },
  before: { zh: "处置前", en: "before" },
  after: { zh: "处置后", en: "after" },
  check: { zh: "核查", en: "check" },
  audio: { zh: "录音", en: "recording" },
  document: { zh: "文件", en: "document" },
};

const units: Readonly<Record<string, Words>> = {
  minute: { zh: "分钟", en: "minutes" },
  urgent_hour: { zh: "个紧急工作时", en: "continuous hours" },
  urgent_day: { zh: "个紧急工作日", en: "continuous days" },
  work_hour: { zh: "个工作时", en: "working hours" },
  work_day: { zh: "个工作日", en: "working days" },
  natural_day: { zh: "个自然日", en: "calendar days" },
  calendar_month: { zh: "个月", en: "months" },
  calendar_year: { zh: "年", en: "years" },
};

export function limitWords({ value, unit }: CaseClock["limit"]): Words {
  const word = units[unit] ?? { zh: unit, en: unit };
  return { zh: `${value} ${word.zh}`, en: `${value} ${value === 1 ? word.en.replace(/s$/, "") : word.en}` };
}

export function clockWords({ status, late, colour }: CaseClock): Words {
  if (status === "paused") return { zh: "暂停计时", en: "paused" };
  if (status === "stopped") return late ? { zh: "超时", en: "late" } : { zh: "按时", en: "in time" };
  return {
    green: { zh: "计时中", en: "running" },
    yellow: { zh: "临期", en: "nearly due" },
    red: { zh: "已超时", en: "overdue" },
  }[colour];
}
