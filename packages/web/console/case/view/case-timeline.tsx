import { Button } from "antd";
import { SortAscendingOutlined, SortDescendingOutlined } from "@ant-design/icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseDetail } from "@xiuhua/server/api";
import { durationParts, useDuration, useNow } from "../../../shared/time/index.ts";
import { useRoleTitle, useStateTitle, useWaitsFor } from "../use-titles.ts";
import { Card } from "./card.tsx";
import { stepsOf } from "./steps.ts";
import { TimelineStep } from "./timeline-step.tsx";

/** Who did what, and how long the case waited for whom before it. */
export function CaseTimeline({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation("case");
  const [newestFirst, setNewestFirst] = useState(true);
  const steps = stepsOf(detail.timeline);
  const shown = newestFirst ? steps.toReversed() : steps;
  const waiting = !detail.final && <Waiting detail={detail} />;
  return (
    <Card
      title={t("section.timeline")}
      className="case-timeline-card"
      extra={
        <Button
          type="text"
          icon={newestFirst ? <SortDescendingOutlined /> : <SortAscendingOutlined />}
          onClick={() => setNewestFirst(!newestFirst)}
        >
          {t(newestFirst ? "timeline.newest" : "timeline.oldest")}
        </Button>
      }
    >
      <ol className="case-timeline">
        {newestFirst && waiting}
        {shown.map((step) => (
          <TimelineStep key={step.entry.seq} step={step} procedure={detail.procedure} waitFirst={!newestFirst} />
        ))}
        {!newestFirst && waiting}
      </ol>
    </Card>
  );
}

/** What the case waits for now. */
function Waiting({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation("case");
  const now = useNow();
  const duration = useDuration();
  const stateTitle = useStateTitle();
  const roleTitle = useRoleTitle();
  const waitsFor = useWaitsFor()(detail.procedure, detail.state);
  const time = duration(durationParts(Math.max(0, now - Date.parse(detail.since))));
  const state = stateTitle(detail.procedure, detail.state);
  return (
    <li className="case-step case-step-now">
      {waitsFor === undefined
        ? t("timeline.open", { state, time })
        : t("timeline.waiting", { who: roleTitle(detail.procedure, waitsFor), state, time })}
    </li>
  );
}
