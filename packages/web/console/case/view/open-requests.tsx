import { useTranslation } from "react-i18next";
import type { CaseDetail } from "@xiuhua/server/api";
import { minuteText } from "../../../shared/time/index.ts";
import { useSay } from "../../../shared/words/index.ts";

/** What was asked and not yet answered: who, when and why. */
export function OpenRequests({ requests }: { requests: CaseDetail["openRequests"] }) {
  const { t } = useTranslation("case");
  const say = useSay();
  return requests.map((request) => (
    <section key={request.name} className="case-request">
      <header>
        <span className="case-mark case-mark-strong">{t("requests.waiting")}</span>
        <strong>{say(request.title)}</strong>
        <span className="case-request-who">
          {t("requests.asked", {
            who: request.by ? say(request.by.name) : t("requests.someone"),
            time: minuteText(request.at),
          })}
        </span>
      </header>
      <dl>
        {request.details.map((detail) => (
          <div key={detail.title.en}>
            <dt>{say(detail.title)}</dt>
            <dd>{say(detail.value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}
