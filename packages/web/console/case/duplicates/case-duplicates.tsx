import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { ActionForm, CaseDetail } from "@xiuhua/server/api";
import { reports, useProcedure } from "../use-procedure.ts";
import { Card } from "../view/card.tsx";
import { DuplicateList } from "./duplicate-list.tsx";
import { caseDuplicatesQuery } from "./queries.ts";

interface CaseDuplicatesProps {
  readonly detail: CaseDetail;
  readonly onOpenForm: (form: ActionForm) => void;
}

/** Other unfinished cases that may be about the same; a near-certain one can be merged, with the number filled in. */
export function CaseDuplicates({ detail, onOpenForm }: CaseDuplicatesProps) {
  const { t } = useTranslation("case");
  // Only what has a type and a place is compared.
  const compared = reports(useProcedure(detail.procedure), "type");
  const found = useQuery({ ...caseDuplicatesQuery(detail.no), enabled: compared && !detail.final });
  const items = found.data?.items ?? [];
  if (detail.final || items.length === 0) return null;
  return (
    <Card title={t("duplicates.case")}>
      <DuplicateList
        items={items}
        onMerge={({ action, initial }) => {
          const form = detail.actions.find((one) => one.action === action);
          if (form) onOpenForm({ ...form, initial: { ...form.initial, ...initial } });
        }}
      />
    </Card>
  );
}
