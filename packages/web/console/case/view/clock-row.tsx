import { PauseCircleOutlined } from "@ant-design/icons";
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import type { CaseClock } from "@xiuhua/server/api";
import { cityTime, minuteText, shortText, useNow } from "../../../shared/time/index.ts";
import { ClockLight, Lamp } from "../../../shared/ui/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { useLimitWords } from "../text/limit.ts";

interface ClockRowProps {
  readonly clock: CaseClock;
  /** It runs to an instant that somebody set: a limit in days would say nothing. */
  readonly dated: boolean;
}

/** One clock: its limit in words and where that comes from, how much is used, when it is due, when it ran. */
export function ClockRow({ clock, dated }: ClockRowProps) {
  const { t } = useTranslation("case");
  const say = useSay();
  const limit = useLimitWords();
  const now = useNow();
  const running = clock.status === "running";
  const used: CSSProperties & Record<"--used", string> = { "--used": `${Math.min(100, clock.share * 100)}%` };
  return (
    <div className="case-clock" data-status={clock.status}>
      <div className="case-clock-line">
        <strong>{say(clock.title)}</strong>
        <span className="case-clock-limit">
          {dated
            ? clock.dueAt !== undefined && t("clocks.until", { date: cityTime(clock.dueAt).format("YYYY-MM-DD") })
            : limit(clock.limit)}
          {clock.extensions > 0 && ` · ${t("clocks.extended", { count: clock.extensions })}`}
        </span>
        <span className="case-clock-light">
          {running ? (
            <ClockLight colour={clock.colour} dueAt={clock.dueAt} warnAt={clock.warnAt} />
          ) : clock.status === "paused" ? (
            // A clock that stands still has no light of its own: grey, unless it ran over before.
            <span className="clock-light" data-colour={clock.late ? "red" : "none"}>
              <PauseCircleOutlined />
              {t("clocks.status.paused")}
            </span>
          ) : (
            <span className="clock-light" data-colour={clock.late ? "red" : "green"}>
              <Lamp colour={clock.late ? "red" : "green"} />
              {t(clock.late ? "clocks.late" : "clocks.onTime")}
            </span>
          )}
        </span>
      </div>
      <div className="case-clock-bar" data-colour={clock.colour} aria-hidden="true" style={used} />
      <div className="case-clock-about number">
        <span>{t("clocks.used", { percent: Math.round(clock.share * 100) })}</span>
        {clock.dueAt !== undefined && (
          <span title={minuteText(clock.dueAt)}>
            {t("clocks.due")} {shortText(clock.dueAt, now)}
          </span>
        )}
        <span className="case-clock-basis" title={say(clock.basis)}>
          {say(clock.basis)}
        </span>
      </div>
      {clock.segments.length > 1 && (
        <div className="case-clock-segments number">
          <span>{t("clocks.segments")}</span>
          {clock.segments.map((segment) => (
            <span key={segment.from}>
              {shortText(segment.from, now)} – {segment.to === undefined ? t("clocks.now") : shortText(segment.to, now)}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
