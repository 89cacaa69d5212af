import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { minuteText } from "../../shared/time/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { useOutbox, useOutgoing } from "../outbox/index.ts";
import type { Entry } from "../queue/index.ts";
import { BlobPicture, Button, Empty, Notice, Screen, Sheet } from "../ui/index.ts";
import { Conflict } from "./conflict.tsx";
import { EntryStateMark } from "./entry-state.tsx";
import "./mine.css";
import { useProblemWords } from "./problem-words.ts";

/** One thing that was done on this phone, with the decision it may need. */
export function RecordPage() {
  const { t } = useTranslation("outbox");
  const { id } = useParams();
  const say = useSay();
  const { entries, sending } = useOutgoing();
  const entry = entries.find((one) => one.id === id);
  if (!entry)
    return (
      <Screen title={t("records")} back="/mine">
        <Empty icon="send">{t("none")}</Empty>
      </Screen>
    );
  return (
    <Screen title={say(entry.title)} back="/mine">
      <Told entry={entry} sending={entry.id === sending} />
      {entry.state === "conflict" && <Conflict entry={entry} />}
      {entry.state === "refused" && <Refused entry={entry} />}
      {entry.state !== "sent" && entry.id !== sending && <Discard entry={entry} />}
    </Screen>
  );
}

/** What was done, when and where, as it goes or went out. */
function Told({ entry, sending }: { entry: Entry; sending: boolean }) {
  const { t } = useTranslation("outbox");
  const { t: report } = useTranslation("report");
  const no = entry.answer?.no ?? (entry.doing.kind === "act" ? entry.doing.no : undefined);
  const at = (time: number) => minuteText(new Date(time).toISOString());
  return (
    <section className="record card">
      <EntryStateMark entry={entry} sending={sending} />
      <p className="record-summary">{entry.summary}</p>
      <p className="small faint">
        {t("doneAt", { at: at(entry.capturedAt) })}
        {entry.offline && ` · ${t("madeOffline")}`}
        {entry.sentAt !== undefined && ` · ${t("sentAt", { at: at(entry.sentAt) })}`}
      </p>
      {no !== undefined && <p className="small number">{t("caseNo", { no })}</p>}
      {entry.files.length > 0 && (
        <ul className="record-photos">
          {entry.files.map((file) => (
            <li key={file.id}>
              <BlobPicture className="record-photo" blob={file.thumbnail} alt={report(`kind.${file.kind}`)} />
              <span className="small">{report(`kind.${file.kind}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Refused({ entry }: { entry: Entry }) {
  const { t } = useTranslation("outbox");
  const outbox = useOutbox();
  const problem = useProblemWords();
  return (
    <>
      <Notice tone="bad">{problem(entry.problem)}</Notice>
      <Button kind="main" wide onClick={() => void outbox.decide(entry.id, { kind: "again" })}>
        {t("again")}
      </Button>
      <Button wide onClick={() => void outbox.decide(entry.id, { kind: "keep" })}>
        {t("keep")}
      </Button>
    </>
  );
}

function Discard({ entry }: { entry: Entry }) {
  const { t } = useTranslation("outbox");
  const { t: common } = useTranslation();
  const outbox = useOutbox();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button kind="grave" icon="bin" wide onClick={() => setAsking(true)}>
        {t("discard")}
      </Button>
      {asking && (
        <Sheet
          title={t("discardTitle")}
          onClose={() => setAsking(false)}
          foot={
            <>
              <Button
                kind="grave"
                wide
                onClick={() => void outbox.remove(entry.id).then(() => navigate("/mine", { replace: true }))}
              >
                {t("discard")}
              </Button>
              <Button wide onClick={() => setAsking(false)}>
                {common("cancel")}
              </Button>
            </>
          }
        >
          <p>{t("discardText")}</p>
        </Sheet>
      )}
    </>
  );
}
