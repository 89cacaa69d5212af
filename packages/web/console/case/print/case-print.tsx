import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import type { CaseDetail } from "@xiuhua/server/api";
import { cityTime, minuteText, useNow } from "../../../shared/time/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { fileOf } from "../evidence/addresses.ts";
import { useLimitWords } from "../text/limit.ts";
import { useStateTitle } from "../use-titles.ts";
import { photosOf } from "../../../shared/case/index.ts";
import "./print.css";

/** The case on A4: seen by the printer alone. */
export function CasePrint({ detail }: { detail: CaseDetail }) {
  return createPortal(<CaseSheet detail={detail} />, document.body);
}

function CaseSheet({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation("case");
  const say = useSay();
  const now = useNow();
  const limit = useLimitWords();
  const stateTitle = useStateTitle();
  const { found, done } = photosOf(detail.evidence);
  const photos = [...found.slice(0, 2), ...done.slice(0, 2)];
  const handle = detail.clocks.find((clock) => clock.status !== "stopped");
  return (
    <article className="case-print">
      <h1>{t("print.title")}</h1>
      <div className="case-print-line">
        <span>
          {t("print.number")} <b>{detail.no}</b>
        </span>
        <span>{t("print.printed", { time: cityTime(now).format("YYYY-MM-DD HH:mm") })}</span>
      </div>
      <table>
        <tbody>
          <tr>
            <th>{t("print.state")}</th>
            <td>{stateTitle(detail.procedure, detail.state)}</td>
            <th>{t("print.type")}</th>
            <td>{detail.type ? say(detail.type.name) : t("header.noType")}</td>
          </tr>
          <tr>
            <th>{t("print.department")}</th>
            <td>{detail.department ? say(detail.department.name) : t("header.noDepartment")}</td>
            <th>{t("print.due")}</th>
            <td>{handle?.dueAt === undefined ? "—" : `${minuteText(handle.dueAt)}（${limit(handle.limit)}）`}</td>
          </tr>
          {detail.fields
            .filter((field) => field.name !== "type" && field.name !== "department")
            .map((field) => (
              <tr key={`${field.group}-${field.name}`}>
                <th>{say(field.title)}</th>
                <td colSpan={3}>{say(field.value)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {photos.length > 0 && (
        <div className="case-print-photos">
          {photos.map((one) => (
            <figure key={`${one.hash}-${one.seq}`}>
              <img src={fileOf(one.hash)} alt="" />
              <figcaption>
                {t(`evidence.kind.${one.kind}`)} {minuteText(one.file.takenAt ?? one.at)}
              </figcaption>
            </figure>
          ))}
        </div>
      )}
      <h2>{t("section.timeline")}</h2>
      <table>
        <thead>
          <tr>
            <th className="case-print-time">{t("print.time")}</th>
            <th className="case-print-who">{t("print.who")}</th>
            <th>{t("print.what")}</th>
          </tr>
        </thead>
        <tbody>
          {detail.timeline.map(({ seq, at, title, actor, details }) => (
            <tr key={seq}>
              <td>{minuteText(at)}</td>
              <td>
                {say(actor.roleTitle)} {actor.person && say(actor.person.name)}
                {actor.unit && <div>{say(actor.unit.name)}</div>}
              </td>
              <td>
                <b>{say(title)}</b>
                {details.map((one) => (
                  <div key={one.title.en}>
                    {say(one.title)}：{say(one.value)}
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <footer>{t("print.page")}</footer>
    </article>
  );
}
