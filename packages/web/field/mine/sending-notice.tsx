import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isOpen, needsPerson } from "../queue/index.ts";
import { useOutgoing } from "../outbox/index.ts";
import { Notice } from "../ui/index.ts";
import { useDisk } from "./use-disk.ts";

/** Whether all is sent; if not, why. And in time, that the phone is nearly full. */
export function SendingNotice({ action }: { action?: ReactNode }) {
  const { t } = useTranslation("field");
  const { entries, sending, pause } = useOutgoing();
  const disk = useDisk(entries.length);
  const asking = entries.filter(needsPerson).length;
  const open = entries.filter(isOpen).length - asking;
  return (
    <>
      {disk?.scarce === true && <Notice tone="warn">{t("scarce", { photos: disk.photos })}</Notice>}
      {asking > 0 && <Notice tone="bad">{t("sending.decide", { count: asking })}</Notice>}
      {open === 0 && asking === 0 && <Notice tone="good">{t("sending.rest")}</Notice>}
      {open > 0 && (
        <Notice
          icon={sending === undefined ? (pause?.kind === "unreachable" ? "offline" : "clock") : "sync"}
          title={t(sending === undefined ? "sending.waiting" : "sending.now", { count: open })}
          action={action}
        >
          {sending === undefined && pause?.kind === "unreachable" ? t("sending.offline") : undefined}
        </Notice>
      )}
    </>
  );
}
