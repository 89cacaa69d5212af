import { Timeline } from "antd";
import { useTranslation } from "react-i18next";
import type { ComponentEvent } from "@xiuhua/server/api";
import { minuteText } from "../../shared/time/index.ts";
import { useSay } from "../../shared/words/index.ts";

/** What was done to a component, newest first, with what it changed. */
export function ComponentHistory({ events }: { events: readonly ComponentEvent[] }) {
  const { t } = useTranslation("components");
  const say = useSay();
  return (
    <section className="components-section">
      <h3>{t("history")}</h3>
      <Timeline
        items={events.map((event) => ({
          key: event.seq,
          content: (
            <>
              <strong>{t(`event.${event.kind}`)}</strong> {say(event.person.name)}{" "}
              <span className="case-faint number">{minuteText(event.at)}</span>
              {event.changes.map((change) => (
                <div key={change.field} className="case-faint">
                  {say(change.title)}：{change.from ? say(change.from) : t("empty")} →{" "}
                  {change.to ? say(change.to) : t("empty")}
                </div>
              ))}
              {event.note !== undefined && <div>{event.note}</div>}
            </>
          ),
        }))}
      />
    </section>
  );
}
