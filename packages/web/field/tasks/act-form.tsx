import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ActionForm, CaseDetail } from "@xiuhua/server/api";
import { pointOf } from "../../shared/case/index.ts";
import { useSay } from "../../shared/words/index.ts";
import type { Drafting } from "../drafts/index.ts";
import { Fields } from "../form/index.ts";
import { PhotoStrip } from "../photos/index.ts";
import type { Entry } from "../queue/index.ts";
import { Button, Notice, Screen, Sheet } from "../ui/index.ts";
import { earlierPhotos } from "./earlier-photos.ts";
import { taskPath } from "./paths.ts";
import { useAct } from "./use-act.ts";
import { useLackWords } from "./use-lack-words.ts";

interface ActFormProps {
  readonly detail: CaseDetail;
  readonly form: ActionForm;
  readonly drafting: Drafting;
  readonly onSaved: (entry: Entry) => void;
}

/** Photos, then words; one tap sends it. */
export function ActForm({ detail, form, drafting, onSaved }: ActFormProps) {
  const { t } = useTranslation("task");
  const { t: common } = useTranslation();
  const say = useSay();
  const acting = useAct(detail, form, drafting);
  const lackWords = useLackWords();
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const [saving, setSaving] = useState(false);
  const title = say(form.title);
  const lack = lackWords(acting);

  const save = async () => {
    setAsking(false);
    // A second tap must not do it twice.
    setSaving(true);
    onSaved(await acting.send());
  };
  const press = () => {
    setTried(true);
    if (lack !== undefined) return;
    if (form.weight === "grave") setAsking(true);
    else void save();
  };
  const demanded = Object.keys(form.evidence).length > 0;
  const photos = (
    <PhotoStrip
      drafting={drafting}
      kinds={acting.kinds}
      needed={acting.kinds.filter((kind) => (form.evidence[kind] ?? 0) > 0)}
      position={acting.position}
      earlier={earlierPhotos(detail)}
    />
  );
  return (
    <Screen
      title={title}
      back={taskPath(detail.no)}
      foot={
        <Button kind="main" wide disabled={saving} onClick={press}>
          {title}
        </Button>
      }
    >
      {tried && lack !== undefined && <Notice tone="bad">{lack}</Notice>}
      <p className="task-about">
        <span className="cut">{detail.title}</span>
        <span className="small faint cut">{detail.place?.text}</span>
      </p>
      {demanded && photos}
      <Fields
        fields={acting.fields}
        values={acting.values}
        faults={tried ? acting.faults : []}
        around={{
          action: form.action,
          place: pointOf(detail.place),
          type: detail.type?.id,
          department: detail.department?.id,
        }}
        onChange={acting.set}
      />
      {!demanded && photos}
      {asking && (
        <Sheet
          title={t("confirmTitle", { title })}
          onClose={() => setAsking(false)}
          foot={
            <>
              <Button kind="grave" wide onClick={() => void save()}>
                {title}
              </Button>
              <Button wide onClick={() => setAsking(false)}>
                {common("cancel")}
              </Button>
            </>
          }
        >
          <p>{t("confirmText")}</p>
        </Sheet>
      )}
    </Screen>
  );
}
