import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { ActionForm, CaseDetail } from "@xiuhua/server/api";
import { useSay } from "../../shared/words/index.ts";
import { Button, Sheet } from "../ui/index.ts";
import { actPath } from "./paths.ts";

/** As many as fit beside each other under the thumb. */
const beside = 2;

/** What this person can do about it: the main way on, and the others in reach. */
export function TaskActions({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation("task");
  const [more, setMore] = useState(false);
  const rank = { main: 0, plain: 1, grave: 2 } as const;
  const forms = detail.actions.toSorted((one, other) => rank[one.weight] - rank[other.weight]);
  const shown = forms.length > beside ? forms.slice(0, 1) : forms;
  const rest = forms.slice(shown.length);
  return (
    <div className="task-actions">
      {shown.map((form) => (
        <ActButton key={form.action} no={detail.no} form={form} />
      ))}
      {rest.length > 0 && <Button onClick={() => setMore(true)}>{t("more")}</Button>}
      {more && (
        <Sheet title={t("more")} onClose={() => setMore(false)}>
          {rest.map((form) => (
            <ActButton key={form.action} no={detail.no} form={form} wide />
          ))}
        </Sheet>
      )}
    </div>
  );
}

function ActButton({ no, form, wide = false }: { no: string; form: ActionForm; wide?: boolean }) {
  const say = useSay();
  const navigate = useNavigate();
  return (
    <Button kind={form.weight} wide={wide} onClick={() => void navigate(actPath(no, form.action))}>
      {say(form.title)}
    </Button>
  );
}
