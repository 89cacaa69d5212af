import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useOutgoing } from "../outbox/index.ts";
import type { Entry } from "../queue/index.ts";
import { Button, Icon, Sheet } from "../ui/index.ts";

/** Says that it is safe on the phone, and how far it has come since. */
export function SavedSheet({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const { t } = useTranslation("report");
  const { t: outbox } = useTranslation("outbox");
  const navigate = useNavigate();
  const { entries, pause } = useOutgoing();
  const now = entries.find((one) => one.id === entry.id) ?? entry;
  const away = entry.offline || pause?.kind === "unreachable";
  return (
    <Sheet
      title={t("saved")}
      onClose={onClose}
      foot={
        <>
          <Button kind="main" wide onClick={onClose}>
            {t("next")}
          </Button>
          <Button wide onClick={() => void navigate("/mine")}>
            {t("done")}
          </Button>
        </>
      }
    >
      <div className="saved" data-state={now.state}>
        <Icon name={now.state === "sent" ? "check" : away ? "offline" : "send"} size={40} />
        <p>
          {now.state === "sent"
            ? outbox("caseNo", { no: now.answer?.no ?? "" })
            : t(away ? "savedOffline" : "savedOnline")}
        </p>
      </div>
    </Sheet>
  );
}
