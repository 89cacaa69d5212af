import { Button } from "antd";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import type { ActionForm, CaseDetail } from "@xiuhua/server/api";
import { useSay } from "../../../shared/words/index.ts";

interface ActionBarProps {
  readonly detail: CaseDetail;
  readonly open: string | undefined;
  readonly onOpen: (form: ActionForm) => void;
  readonly ref: Ref<HTMLDivElement>;
}

/** What this person may do now: the way on first, then the rest, and what weighs heavily apart from both. */
export function ActionBar({ detail, open, onOpen, ref }: ActionBarProps) {
  const { t } = useTranslation("case");
  const say = useSay();
  const of = (weight: ActionForm["weight"]) => detail.actions.filter((form) => form.weight === weight);
  const button = (form: ActionForm) => (
    <Button
      key={form.action}
      size="middle"
      autoInsertSpace={false}
      type={form.weight === "main" ? "primary" : "default"}
      danger={form.weight === "grave"}
      aria-pressed={form.action === open}
      onClick={() => onOpen(form)}
    >
      {say(form.title)}
    </Button>
  );
  const grave = of("grave");
  return (
    <div className="case-actions" ref={ref}>
      {detail.actions.length === 0 && <span className="case-faint">{t("actions.none")}</span>}
      {of("main").map(button)}
      {of("plain").map(button)}
      {grave.length > 0 && <span className="case-actions-grave">{grave.map(button)}</span>}
    </div>
  );
}
