import { useTranslation } from "react-i18next";
import type { CaseDetail, Criterion, Words } from "@xiuhua/server/api";
import { cityTime, useNow } from "../../../shared/time/index.ts";
import { useLanguage, useSay } from "../../../shared/words/index.ts";

interface NoticeSheetProps {
  readonly detail: CaseDetail;
  readonly criterion: Criterion;
  readonly city: Words;
}

/**
 * 责令改正告知书 (sample form): facts, what to do (the criterion's `done`), by when (the handling clock), and what the
 * Administrative Penalty Law (2021) offers, §28, §33 and §45. It states; it decides nothing.
 */
export function NoticeSheet({ detail, criterion, city }: NoticeSheetProps) {
  const { t } = useTranslation("case");
  const say = useSay();
  const language = useLanguage();
  const now = useNow();
  const day = language === "zh" ? "YYYY年M月D日" : "D MMMM YYYY";
  const minute = language === "zh" ? "YYYY年M月D日 HH时mm分" : "D MMMM YYYY, HH:mm";
  const place = detail.place?.text ?? "";
  const due = detail.clocks.find((clock) => clock.name === "handle")?.dueAt;
  const text = (value: string) => value.replace(/[。.]+$/u, "");
  return (
    <div className="case-notice">
      <div className="case-notice-sample">{t("notice.sample")}</div>
      <h1>{t("notice.title")}</h1>
      <p className="case-notice-number">{t("notice.number", { no: detail.no })}</p>
      <p className="case-notice-to">{t("notice.to", { place })}</p>
      <h2>{t("notice.facts")}</h2>
      <p>
        {t("notice.factsText", {
          time: cityTime(detail.openedAt).format(minute),
          place,
          description: language === "zh" ? text(detail.title) : `${text(detail.title)}.`,
          type: detail.type ? say(detail.type.name) : "",
          criterion: text(say(criterion.when)),
        })}
      </p>
      <h2>{t("notice.todo")}</h2>
      <p>{t("notice.todoText", { done: text(say(criterion.done)) })}</p>
      <h2>{t("notice.by")}</h2>
      <p>{due === undefined ? t("notice.byUnknown") : t("notice.byText", { time: cityTime(due).format(minute) })}</p>
      <h2>{t("notice.options")}</h2>
      <p>{t("notice.law28")}</p>
      <p>{t("notice.law33")}</p>
      <p>{t("notice.law45")}</p>
      <p>{t("notice.consequence")}</p>
      <div className="case-notice-sign">
        <div>{t("notice.bureau", { city: say(city) })}</div>
        <div>{cityTime(now).format(day)}</div>
      </div>
      <div className="case-notice-receipt">
        <span>{t("notice.received")}</span>
        <span>{t("notice.server")}</span>
        <span>{t("notice.receivedDate")}</span>
      </div>
      <p className="case-notice-foot">{t("notice.review")}</p>
    </div>
  );
}
