import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Modal, Skeleton } from "antd";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { ActionForm as Form, BulkAct, BulkResult, CaseSummary, EvidenceReference } from "@xiuhua/server/api";
import { forgetCases, ProblemError, send } from "../../../shared/api/index.ts";
import { useProblemText } from "../../../shared/ui/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { BulkResults } from "./bulk-results.tsx";

const ActionForm = lazy(async () => ({ default: (await import("../../case/index.ts")).ActionForm }));

const nothing = {};

interface BulkDialogProps {
  readonly form: Form;
  /** As they were selected when the dialog opened. */
  readonly rows: readonly CaseSummary[];
  readonly onClose: (done: boolean) => void;
}

/** One form for all that are selected; then one result for each. */
export function BulkDialog({ form, rows, onClose }: BulkDialogProps) {
  const { t } = useTranslation("cases");
  const say = useSay();
  const problem = useProblemText();
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: ({ input, evidence }: { input: unknown; evidence: EvidenceReference[] }) => {
      const body: BulkAct = {
        action: form.action,
        cases: rows.map(({ no, seq }) => ({ no, seq })),
        input,
        ...(evidence.length > 0 ? { evidence } : {}),
      };
      return send<BulkResult>("POST", "/cases/actions", body);
    },
    onSuccess: () => forgetCases(client),
  });
  const fields = act.error instanceof ProblemError ? act.error.fields : [];
  const close = () => onClose(act.isSuccess);
  return (
    <Modal
      open
      width={act.data ? 640 : 560}
      title={act.data ? t("bulk.resultTitle") : t("bulk.title", { action: say(form.title), count: rows.length })}
      mask={{ closable: false }}
      onCancel={close}
      footer={null}
    >
      {act.data ? (
        <BulkResults results={act.data.results} cases={rows} onClose={close} />
      ) : (
        <div className="stack">
          {act.error && fields.length === 0 && <Alert type="error" showIcon role="alert" title={problem(act.error)} />}
          <Suspense fallback={<Skeleton active />}>
            <ActionForm
              form={form}
              // The first case's own values are not the others': each begins empty.
              initial={nothing}
              submitting={act.isPending}
              problems={fields}
              onSubmit={async (input, evidence) => {
                await act.mutateAsync({ input, evidence }).catch(() => undefined);
              }}
              onCancel={close}
            />
          </Suspense>
        </div>
      )}
    </Modal>
  );
}
