import type { CaseDetail } from "@xiuhua/server/api";
import { useTypes, type PackType } from "../types/index.ts";

/** The catalogue's type of a case, out of the phone's own. */
export function useTypeOf({ type }: Pick<CaseDetail, "type">): PackType | undefined {
  return useTypes().find((one) => one.code === type?.id);
}
