import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { shortText, useNow } from "../../shared/time/index.ts";
import { useProblemWords } from "./problem-words.ts";
import { useSay } from "../../shared/words/index.ts";
import { needsPerson, type Entry } from "../queue/index.ts";
import { BlobPicture, Icon } from "../ui/index.ts";
import { EntryStateMark } from "./entry-state.tsx";

interface EntryRowProps {
  readonly entry: Entry;
  readonly sending: boolean;
  /** How much of the file under way has gone. */
  readonly share: number | undefined;
}

/** One thing that was done on this phone. */
export function EntryRow({ entry, sending, share }: EntryRowProps) {
  const { t } = useTranslation("outbox");
  const say = useSay();
  const now = useNow();
  const problem = useProblemWords();
  const picture = entry.files.find((file) => file.thumbnail)?.thumbnail;
  const no = entry.answer?.no ?? (entry.doing.kind === "act" ? entry.doing.no : undefined);
  return (
    <li>
      <Link to={`/mine/${entry.id}`} className="entry card">
        {picture ? (
          <BlobPicture className="entry-picture" blob={picture} alt="" />
        ) : (
          <span className="entry-picture">
            <Icon name="tasks" />
          </span>
        )}
        <div className="entry-text">
          <div className="row spread">
            <strong className="cut">{say(entry.title)}</strong>
            <EntryStateMark entry={entry} sending={sending} />
          </div>
          <div className="cut">{entry.summary}</div>
          <div className="small faint cut">
            {shortText(new Date(entry.capturedAt).toISOString(), now)}
            {no !== undefined && ` · ${no}`}
          </div>
          {sending && share !== undefined && <progress className="entry-progress" value={share} max={1} />}
          {needsPerson(entry) && <div className="entry-problem">{problem(entry.problem)}</div>}
        </div>
        <span className="sr-only">{t("photos", { count: entry.files.length })}</span>
      </Link>
    </li>
  );
}
