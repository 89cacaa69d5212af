import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TimelineEntry } from "@xiuhua/server/api";
import { durationParts, minuteText, secondText, shortText, useDuration, useNow } from "../../../shared/time/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { thumbnailOf } from "../evidence/addresses.ts";
import { useRoleTitle, useStateTitle, useWaitsFor } from "../use-titles.ts";
import { Lightbox } from "./lightbox.tsx";
import type { Evidence } from "../../../shared/case/index.ts";
import type { Step } from "./steps.ts";

interface TimelineStepProps {
  readonly step: Step;
  readonly procedure: string;
  /** In an old-to-new list the wait stands before the act that ended it. */
  readonly waitFirst: boolean;
}

export function TimelineStep({ step: { entry, waited }, procedure, waitFirst }: TimelineStepProps) {
  const { t } = useTranslation("case");
  const say = useSay();
  const now = useNow();
  const stateTitle = useStateTitle();
  const wait = waited && <Wait waited={waited} procedure={procedure} />;
  return (
    <>
      {waitFirst && wait}
      <li className="case-step">
        <div className="case-step-head">
          <strong>{say(entry.title)}</strong>
          {entry.from !== entry.to && <span className="case-step-to">→ {stateTitle(procedure, entry.to)}</span>}
          <time className="number" dateTime={entry.at} title={secondText(entry.at)}>
            {shortText(entry.at, now)}
          </time>
        </div>
        <Actor actor={entry.actor} hidden={t("timeline.hidden")} />
        {entry.device && (
          <div
            className="case-faint"
            title={t("timeline.phone", { id: entry.device.id, version: entry.device.appVersion })}
          >
            {t(entry.device.offline ? "timeline.capturedOffline" : "timeline.captured", {
              time: minuteText(entry.device.capturedAt),
            })}
          </div>
        )}
        {entry.details.length > 0 && (
          <dl className="case-step-details">
            {entry.details.map((detail) => (
              <div key={detail.title.en + detail.value.zh}>
                <dt>{say(detail.title)}</dt>
                <dd>{say(detail.value)}</dd>
              </div>
            ))}
          </dl>
        )}
        <StepEvidence entry={entry} />
      </li>
      {!waitFirst && wait}
    </>
  );
}

function Actor({ actor, hidden }: { actor: TimelineEntry["actor"]; hidden: string }) {
  const { t } = useTranslation("case");
  const say = useSay();
  const who = actor.person ? say(actor.person.name) : actor.role === "system" ? undefined : hidden;
  return (
    <div className="case-step-who">
      <span>{say(actor.roleTitle)}</span>
      {who !== undefined && <span>{who}</span>}
      {actor.unit && <span>{say(actor.unit.name)}</span>}
      {actor.onBehalfOf && <span>{t("timeline.onBehalf", { name: say(actor.onBehalfOf.name) })}</span>}
    </div>
  );
}

function Wait({ waited, procedure }: { waited: NonNullable<Step["waited"]>; procedure: string }) {
  const { t } = useTranslation("case");
  const duration = useDuration();
  const roleTitle = useRoleTitle();
  const stateTitle = useStateTitle();
  const waitsFor = useWaitsFor()(procedure, waited.state);
  const time = duration(durationParts(waited.milliseconds));
  return (
    <li className="case-wait">
      {waitsFor === undefined
        ? t("timeline.stayed", { state: stateTitle(procedure, waited.state), time })
        : t("timeline.took", { who: roleTitle(procedure, waitsFor), time })}
    </li>
  );
}

function StepEvidence({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation("case");
  const [open, setOpen] = useState<number>();
  const pictures = entry.evidence.filter((one) => one.kind !== "audio" && one.kind !== "document");
  if (pictures.length === 0) return null;
  const photos = pictures.map((one): Evidence => ({
    ...one,
    seq: entry.seq,
    at: entry.at,
    file: { hash: one.hash, mediaType: "image/jpeg", bytes: 0, uploadedAt: entry.at },
  }));
  return (
    <div className="case-step-photos">
      {pictures.map((one, index) => (
        <button key={one.hash + one.kind} type="button" onClick={() => setOpen(index)}>
          <img src={thumbnailOf(one.hash)} alt={t(`evidence.kind.${one.kind}`)} loading="lazy" />
        </button>
      ))}
      <Lightbox photos={photos} open={open} onChange={setOpen} />
    </div>
  );
}
