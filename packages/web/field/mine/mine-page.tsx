import { useTranslation } from "react-i18next";
import { isOpen } from "../queue/index.ts";
import { useOutbox, useOutgoing } from "../outbox/index.ts";
import { Button, Empty, Screen } from "../ui/index.ts";
import { Account } from "./account.tsx";
import { EntryRow } from "./entry-row.tsx";
import "./mine.css";
import { SendingNotice } from "./sending-notice.tsx";

/** What this person did on this phone and how far it has come; their account below. */
export function MinePage() {
  const { t } = useTranslation("outbox");
  const outbox = useOutbox();
  const { entries, sending, share } = useOutgoing();
  // What still has a way to go stands first, in its order; what is done, newest first.
  const shown = [...entries.filter(isOpen), ...entries.filter((entry) => !isOpen(entry)).toReversed()];
  return (
    <Screen title={t("title")}>
      <SendingNotice
        action={
          entries.some(({ state }) => state === "waiting") && (
            <Button icon="send" onClick={outbox.send}>
              {t("sendNow")}
            </Button>
          )
        }
      />
      <h2 className="section-title">{t("records")}</h2>
      {shown.length === 0 ? (
        <Empty icon="send">{t("none")}</Empty>
      ) : (
        <ul className="entries">
          {shown.map((entry) => (
            <EntryRow key={entry.id} entry={entry} sending={entry.id === sending} share={share} />
          ))}
        </ul>
      )}
      <Account />
    </Screen>
  );
}
