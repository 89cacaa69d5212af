import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Entry } from "../queue/index.ts";
import { Icon, Sheet } from "../ui/index.ts";
import { useOutgoing } from "./context.ts";
import "./saved-sheet.css";

interface SavedSheetProps {
  readonly entry: Entry;
  readonly onClose: () => void;
  /** Where to go from here. */
  readonly foot: ReactNode;
}

/** Says that it is safe on the phone, and how far it has come since. */
export function SavedSheet({ entry, onClose, foot }: SavedSheetProps) {
  const { t } = useTranslation("outbox");
  const { entries, pause } = useOutgoing();
  const now = entries.find((one) => one.id === entry.id) ?? entry;
  const away = entry.offline || pause?.kind === "unreachable";
  return (
    <Sheet title={t("saved.title")} onClose={onClose} foot={foot}>
      <div className="saved" data-state={now.state}>
        <Icon name={now.state === "sent" ? "check" : away ? "offline" : "send"} size={40} />
        <p>
          {now.state === "sent"
            ? t("caseNo", { no: now.answer?.no ?? "" })
            : t(away ? "saved.offline" : "saved.online")}
        </p>
      </div>
    </Sheet>
  );
}
