import { useTranslation } from "react-i18next";
import type { CaseDetail } from "@xiuhua/server/api";
import { shortText, useNow } from "../../shared/time/index.ts";
import { useSay } from "../../shared/words/index.ts";

/** What happened so far, the newest first; folded, since one seldom needs it in the street. */
export function TaskStory({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation("task");
  const say = useSay();
  const now = useNow();
  return (
    <details className="card task-story">
      <summary>{t("story")}</summary>
      <ol>
        {detail.timeline.toReversed().map((one) => (
          <li key={one.seq}>
            <strong>{say(one.title)}</strong>
            <span className="small faint">
              {say(one.actor.roleTitle)}
              {one.actor.person && ` ${say(one.actor.person.name)}`} · {shortText(one.at, now)}
            </span>
            {one.details.map((part) => (
              <span key={part.title.zh} className="small">
                {say(part.title)}：{say(part.value)}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </details>
  );
}
