import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useSay } from "../../shared/words/index.ts";
import type { Drafting } from "../drafts/index.ts";
import { SavedSheet } from "../outbox/index.ts";
import type { Entry } from "../queue/index.ts";
import { Button, Icon, Notice, Screen, Segmented, Sheet } from "../ui/index.ts";
import { PhotoStrip } from "../photos/index.ts";
import { kindsOf } from "./complete.ts";
import { DescriptionField } from "./description-field.tsx";
import { PlaceCard } from "./place-card.tsx";
import "./report.css";
import { Twins } from "./twins.tsx";
import { TypeField } from "./type-field.tsx";
import type { Mode } from "./values.ts";
import { useLackWords } from "./use-lack-words.ts";
import { useOpenings } from "./use-openings.ts";
import { useReport } from "./use-report.ts";

/** The whole report on one screen: photos, place, type, words; one tap sends it. */
export function ReportForm({ drafting }: { drafting: Drafting }) {
  const { t } = useTranslation("report");
  const say = useSay();
  const navigate = useNavigate();
  const { openings, known } = useOpenings();
  const report = useReport(drafting, openings);
  const lackWords = useLackWords();
  const [tried, setTried] = useState(false);
  const [clearing, setClearing] = useState(false);
  const [saving, setSaving] = useState(false);
  const [saved, setSaved] = useState<Entry>();
  const { values, lack } = report;
  const kinds = kindsOf[values.mode];

  const send = async () => {
    setTried(true);
    if (lack) return;
    // A second tap must not report it twice.
    setSaving(true);
    setSaved(await report.send());
    setSaving(false);
    setTried(false);
  };
  const opening = openings[values.mode];
  return (
    <Screen
      title={t("title")}
      back="/"
      tools={
        drafting.draft.files.length > 0 && (
          <button type="button" className="icon-button" aria-label={t("clear")} onClick={() => setClearing(true)}>
            <Icon name="bin" />
          </button>
        )
      }
      foot={
        <Button kind="main" wide disabled={!opening || saving} onClick={() => void send()}>
          {opening ? say(opening.title) : t("title")}
        </Button>
      }
    >
      {openings.report && openings.reportSelfHandled && (
        <Segmented<Mode>
          label={t("title")}
          value={values.mode}
          onChange={(mode) => drafting.set({ mode })}
          options={[
            { value: "report", label: say(openings.report.title) },
            { value: "reportSelfHandled", label: say(openings.reportSelfHandled.title) },
          ]}
        />
      )}
      {!opening && <Notice tone="warn">{t(known ? "nobody" : "notReady")}</Notice>}
      {tried && lack && <Notice tone="bad">{lackWords(lack)}</Notice>}
      <PhotoStrip drafting={drafting} kinds={kinds.places} needed={kinds.needed} position={report.position} />
      <PlaceCard report={report} />
      <TypeField report={report} optional={values.mode === "report"} />
      <DescriptionField report={report} />
      <Twins report={report} />
      {clearing && (
        <Sheet
          title={t("clearTitle")}
          onClose={() => setClearing(false)}
          foot={
            <Button
              kind="grave"
              wide
              onClick={() => {
                setClearing(false);
                setTried(false);
                void report.clear();
              }}
            >
              {t("clear")}
            </Button>
          }
        >
          <p>{t("clearText")}</p>
        </Sheet>
      )}
      {saved && (
        <SavedSheet
          entry={saved}
          onClose={() => setSaved(undefined)}
          foot={
            <>
              <Button kind="main" wide onClick={() => setSaved(undefined)}>
                {t("next")}
              </Button>
              <Button wide onClick={() => void navigate("/mine")}>
                {t("done")}
              </Button>
            </>
          }
        />
      )}
    </Screen>
  );
}
