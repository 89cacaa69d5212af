import { useTranslation } from "react-i18next";
import type { Entry } from "../queue/index.ts";
import { Icon, type IconName } from "../ui/index.ts";

const icons = {
  waiting: "clock",
  sending: "sync",
  sent: "check",
  refused: "alert",
  conflict: "alert",
  kept: "pin",
} as const satisfies Record<string, IconName>;

/** How far an entry has come: a sign and its word. */
export function EntryStateMark({ entry, sending }: { entry: Entry; sending: boolean }) {
  const { t } = useTranslation("outbox");
  const shown = sending ? "sending" : entry.state;
  return (
    <span className="entry-state" data-state={shown}>
      <Icon name={icons[shown]} size={18} />
      {t(`state.${shown}`)}
    </span>
  );
}
