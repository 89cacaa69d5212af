import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { CaseDetail } from "@xiuhua/server/api";
import { caseQuery, ProblemError, proceduresQuery } from "../../shared/api/index.ts";
import { minuteText } from "../../shared/time/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { kept } from "../kept/index.ts";
import { useOutbox } from "../outbox/index.ts";
import type { Entry } from "../queue/index.ts";
import { Button, Notice } from "../ui/index.ts";
import { useProblemWords } from "./problem-words.ts";

/** Both sides of a conflict, and the three ways out of it. */
export function Conflict({ entry }: { entry: Entry }) {
  const { t } = useTranslation("outbox");
  const outbox = useOutbox();
  const problem = useProblemWords();
  const { doing } = entry;
  const no = doing.kind === "act" ? doing.no : "";
  // Asked anew each time: what was kept is what the person acted on.
  const now = useQuery({ ...caseQuery(no), queryKey: ["conflict", no], enabled: no !== "", staleTime: 0, meta: kept });
  const away = now.error instanceof ProblemError && now.error.status >= 400 && now.error.status < 500;
  const detail = now.isFetchedAfterMount ? now.data : undefined;
  const possible = detail?.actions.some((form) => form.action === doing.action) ?? false;
  return (
    <>
      <Notice tone="bad" title={t("conflict.title")}>
        {problem(entry.problem)}
      </Notice>
      {detail && doing.kind === "act" && <Theirs detail={detail} since={doing.seq} />}
      {detail && !possible && <Gone detail={detail} entry={entry} />}
      {away && <Notice tone="warn">{t("conflict.away")}</Notice>}
      {now.isError && !away && (
        <Notice
          tone="warn"
          icon="offline"
          action={<Button onClick={() => void now.refetch()}>{t("conflict.look")}</Button>}
        >
          {t("conflict.lost")}
        </Notice>
      )}
      {detail && possible && (
        <Button kind="main" wide onClick={() => void outbox.decide(entry.id, { kind: "again", seq: detail.seq })}>
          {t("againOnNow")}
        </Button>
      )}
      <Button wide onClick={() => void outbox.decide(entry.id, { kind: "keep" })}>
        {t("keep")}
      </Button>
    </>
  );
}

/** What others did since the person saw the case. */
function Theirs({ detail, since }: { detail: CaseDetail; since: number }) {
  const { t } = useTranslation("outbox");
  const say = useSay();
  const later = detail.timeline.filter((one) => one.seq > since);
  if (later.length === 0) return <Notice>{t("conflict.nothing")}</Notice>;
  return (
    <section className="record card">
      <h2 className="section-title">{t("conflict.theirs")}</h2>
      <ol className="theirs">
        {later.map((one) => (
          <li key={one.seq}>
            <strong>{say(one.title)}</strong>
            <span className="small faint">
              {say(one.actor.roleTitle)}
              {one.actor.person && ` ${say(one.actor.person.name)}`} · {minuteText(one.at)}
            </span>
            {one.details.map((part) => (
              <span key={part.title.zh} className="small">
                {say(part.title)}：{say(part.value)}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Gone({ detail, entry }: { detail: CaseDetail; entry: Entry }) {
  const { t } = useTranslation("outbox");
  const say = useSay();
  const { data } = useQuery({ ...proceduresQuery, meta: kept });
  const title = data?.find((one) => one.id === detail.procedure)?.states[detail.state]?.title;
  return (
    <Notice tone="warn">
      {t("conflict.gone", { state: title ? say(title) : detail.state, title: say(entry.title) })}
    </Notice>
  );
}
