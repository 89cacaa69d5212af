import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { LedgerChoices, LedgerForm, LedgerPreview } from "@xiuhua/server/api";
import { get, send } from "../../shared/api/index.ts";

/** What I may import a ledger of. */
export const ledgersQuery = queryOptions({
  queryKey: ["ledgers"],
  queryFn: ({ signal }) => get<LedgerForm[]>("/ledgers", undefined, signal),
  staleTime: 10 * 60_000,
});

/** A chosen file; the number tells one choice from the next, though the name be the same. */
export interface ChosenFile {
  readonly file: File;
  readonly nth: number;
}

/** What an import would do; the last answer stays while the next is worked out. */
export const previewQuery = ({ file, nth }: ChosenFile, choices: LedgerChoices) =>
  queryOptions({
    queryKey: ["ledger-preview", nth, choices],
    queryFn: ({ signal }) => send<LedgerPreview>("POST", "/ledgers/preview", formOf(file, choices), undefined, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  });

export function formOf(file: File, choices: LedgerChoices): FormData {
  const form = new FormData();
  form.append("choices", JSON.stringify(choices));
  form.append("file", file, file.name);
  return form;
}
