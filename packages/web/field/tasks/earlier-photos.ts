import type { CaseDetail } from "@xiuhua/server/api";
import { photosOf, type Evidence } from "../../shared/case/index.ts";

/**
 * How the place looked before, the best view for finding it again first: as it was found, then as it was left. Sound and
 * papers are not among them, nor is the same picture twice.
 */
export function earlierPhotos({ evidence }: Pick<CaseDetail, "evidence">): Evidence[] {
  const { found, done } = photosOf(evidence);
  const photos = [...found, ...done];
  return photos.filter(({ hash }, at) => photos.findIndex((one) => one.hash === hash) === at);
}
