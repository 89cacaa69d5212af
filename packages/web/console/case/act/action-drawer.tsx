import { App, Alert, Button, Drawer } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ActionForm as FormDescription, CaseDetail, EvidenceReference } from "@xiuhua/server/api";
import { ProblemError } from "../../../shared/api/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { ActionForm } from "../form/action-form.tsx";
import type { Input } from "../../../shared/case/index.ts";
import { RefusalBanner } from "../form/refusal-banner.tsx";
import { useRoleTitle, useStateTitle } from "../use-titles.ts";
import { useAct } from "./use-act.ts";

interface ActionDrawerProps {
  readonly detail: CaseDetail;
  /** The form as it was when the person opened it: it stays while the case moves on behind it. */
  readonly form: FormDescription;
  readonly onClose: () => void;
  /** The act is done and the form may go. */
  readonly onDone: () => void;
  readonly onReload: () => Promise<unknown>;
  /** Told whether something was filled in that closing would lose. */
  readonly onTouched: () => void;
}

/** Refusals that mean that somebody else acted meanwhile, by the last part of the problem's type. */
const overtaken: readonly string[] = ["conflict", "wrong-state", "no-request"];

/** The form of one action beside the case, which stays readable. Nothing typed is lost by a refusal. */
export function ActionDrawer({ detail, form, onClose, onDone, onReload, onTouched }: ActionDrawerProps) {
  const { t } = useTranslation("case");
  const say = useSay();
  const roleTitle = useRoleTitle();
  const stateTitle = useStateTitle();
  const { message } = App.useApp();
  const [seen, setSeen] = useState(detail.seq);
  const body = useRef<HTMLDivElement>(null);
  const act = useAct(detail.no);
  const { error } = act;
  const title = say(form.title);
  const conflict = error instanceof ProblemError && overtaken.includes(error.code);
  const moved = detail.seq > seen;
  const gone = moved && !detail.actions.some((one) => one.action === form.action);

  const submit = async (input: Input, evidence: EvidenceReference[]) => {
    await act
      .mutateAsync({ action: form.action, input, evidence, seq: seen })
      .then(() => {
        void message.success(t("actions.done", { title }));
        onDone();
      })
      // Shown above the form and at its fields.
      .catch(() => undefined);
  };
  const catchUp = async () => {
    await onReload();
    act.reset();
  };

  return (
    <Drawer
      open
      mask={false}
      size={560}
      title={
        <span className="case-drawer-title">
          {title}{" "}
          <span className="case-faint">{t("actions.asRole", { role: roleTitle(detail.procedure, form.role) })}</span>
        </span>
      }
      onClose={onClose}
      afterOpenChange={(isOpen) => {
        if (isOpen) body.current?.querySelector<HTMLElement>("input:not([hidden]), textarea, button")?.focus();
      }}
      classNames={{ body: "case-drawer-body", wrapper: "case-drawer" }}
    >
      <div ref={body} className="case-drawer-form">
        {(conflict || moved) && (
          <Alert
            banner
            type="warning"
            title={conflict ? t("conflict.title") : t("live.updated")}
            description={
              gone
                ? t("conflict.gone", { state: stateTitle(detail.procedure, detail.state), title })
                : conflict && t("conflict.text")
            }
            action={
              moved ? (
                !gone && (
                  <Button
                    onClick={() => {
                      setSeen(detail.seq);
                      act.reset();
                    }}
                  >
                    {t("live.show")}
                  </Button>
                )
              ) : (
                <Button onClick={() => void catchUp()}>{t("conflict.reload")}</Button>
              )
            }
          />
        )}
        {error && !conflict && <RefusalBanner error={error} />}
        <ActionForm
          form={form}
          caseNo={detail.no}
          onSubmit={submit}
          submitting={act.isPending}
          {...(error instanceof ProblemError ? { problems: error.fields } : {})}
          around={{ type: detail.type?.id, place: detail.place, department: detail.department?.id }}
          onCancel={onClose}
          onTouched={onTouched}
        />
      </div>
    </Drawer>
  );
}
