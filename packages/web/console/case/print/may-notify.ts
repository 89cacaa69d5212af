import type { CaseDetail } from "@xiuhua/server/api";

/** Class of publicity and advertising (宣传广告类, GB/T 47678.5-2026), to whose parties the notice is addressed. */
const noticeClass = "07";

export const isNoticeClass = ({ type }: Pick<CaseDetail, "type">): boolean => type?.id.startsWith(noticeClass) ?? false;

/** A notice rests on a filed case: its criterion says what to do, its clock by when. */
export const isFiled = ({ facts }: Pick<CaseDetail, "facts">): boolean => typeof facts["criterion"] === "string";

/** Filed, of the class, and not void: a notice may be printed. */
export function mayNotify(detail: Pick<CaseDetail, "type" | "facts" | "state">): boolean {
  return isNoticeClass(detail) && isFiled(detail) && detail.state !== "voided" && detail.state !== "merged";
}
