import {
  ArrowLeftOutlined,
  ArrowRightOutlined,
  CopyOutlined,
  FilePdfOutlined,
  FileTextOutlined,
  PrinterOutlined,
} from "@ant-design/icons";
import { App, Button, Tooltip } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CaseDetail } from "@xiuhua/server/api";
import { address } from "../../../shared/api/index.ts";
import { minuteText, shortText, useDuration, durationParts, useNow } from "../../../shared/time/index.ts";
import { ClockLight } from "../../../shared/ui/index.ts";
import { useLanguage, useSay } from "../../../shared/words/index.ts";
import { useStateTitle } from "../use-titles.ts";
import { reports, useProcedure } from "../use-procedure.ts";
import { CaseLinks } from "./case-links.tsx";
import { marksOf } from "./marks.ts";
import type { Neighbours } from "./neighbours.ts";

interface CaseHeaderProps {
  readonly detail: CaseDetail;
  readonly neighbours: Neighbours | undefined;
  readonly onGo: (no: string) => void;
  /** A notice can be printed for this case. */
  readonly notice: boolean;
}

/** What case this is, where it stands and how long there is: stays in sight while the page scrolls. */
export function CaseHeader({ detail, neighbours, onGo, notice }: CaseHeaderProps) {
  const { t } = useTranslation("case");
  const say = useSay();
  const language = useLanguage();
  const now = useNow();
  const duration = useDuration();
  const stateTitle = useStateTitle();
  const { message } = App.useApp();
  const procedure = useProcedure(detail.procedure);
  // Every case of the city is to get a type and a department; other procedures may know neither.
  const typed = reports(procedure, "type");
  const state = stateTitle(detail.procedure, detail.state);
  const copy = async () => {
    await navigator.clipboard.writeText(detail.no);
    void message.success(t("header.copied"));
  };
  return (
    <header className="case-header">
      <div className="case-header-line">
        <h1 className="case-no number">{detail.no}</h1>
        <Tooltip title={t("header.copy")}>
          <Button type="text" icon={<CopyOutlined />} aria-label={t("header.copy")} onClick={() => void copy()} />
        </Tooltip>
        <span className="case-state" data-final={detail.final}>
          {state}
        </span>
        {!detail.final && <ClockLight colour={detail.colour} dueAt={detail.dueAt} warnAt={detail.warnAt} />}
        <MarkTags detail={detail} />
        <span className="case-header-space" />
        {neighbours && <Walk neighbours={neighbours} onGo={onGo} />}
        {notice && (
          <Link to={`/cases/${encodeURIComponent(detail.no)}/notice`}>
            <Button icon={<FileTextOutlined />}>{t("header.notice")}</Button>
          </Link>
        )}
        <Button
          icon={<FilePdfOutlined />}
          href={address(`/cases/${encodeURIComponent(detail.no)}/page.pdf`, { language })}
          target="_blank"
        >
          {t("header.pdf")}
        </Button>
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t("header.print")}
        </Button>
      </div>
      <dl className="case-header-about">
        <Item>{procedure && say(procedure.title)}</Item>
        {detail.type ? (
          <Item>{say(detail.type.name)}</Item>
        ) : (
          typed && (
            <Item>
              <em>{t("header.noType")}</em>
            </Item>
          )
        )}
        {detail.department ? (
          <Item>{say(detail.department.name)}</Item>
        ) : (
          typed && (
            <Item>
              <em>{t("header.noDepartment")}</em>
            </Item>
          )
        )}
        {detail.area && <Item>{say(detail.area.name)}</Item>}
        <Item>
          <span title={minuteText(detail.openedAt)}>
            {t("header.opened", { time: shortText(detail.openedAt, now) })}
          </span>
        </Item>
        {!detail.final && (
          <Item>
            {t("header.since", { state, time: duration(durationParts(Math.max(0, now - Date.parse(detail.since)))) })}
          </Item>
        )}
        <CaseLinks links={detail.links} />
      </dl>
    </header>
  );
}

function Item({ children }: { children: ReactNode }) {
  return <div className="case-header-item">{children}</div>;
}

function MarkTags({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation("case");
  const marks = marksOf(detail);
  const onHold = marks.holdUntil !== undefined && !detail.final;
  return (
    <>
      {marks.urged && (
        <span className="case-mark case-mark-strong">
          {marks.urgedUntil === undefined
            ? t("header.urged")
            : t("header.urgedUntil", { time: minuteText(marks.urgedUntil) })}
        </span>
      )}
      {onHold && <span className="case-mark">{t("header.hold", { time: minuteText(marks.holdUntil) })}</span>}
      {marks.reworks > 0 && <span className="case-mark">{t("header.reworks", { count: marks.reworks })}</span>}
      {marks.short && <span className="case-mark">{t("header.short")}</span>}
      {marks.forced && <span className="case-mark">{t("header.forced")}</span>}
      {marks.appeal !== undefined && <span className="case-mark">{t(`header.appeal.${marks.appeal}`)}</span>}
    </>
  );
}

function Walk({ neighbours, onGo }: { neighbours: Neighbours; onGo: (no: string) => void }) {
  const { t } = useTranslation("case");
  const { previous, next, index, total } = neighbours;
  return (
    <span className="case-walk">
      <Button
        icon={<ArrowLeftOutlined />}
        disabled={previous === undefined}
        title={t("header.previous")}
        aria-label={t("header.previous")}
        onClick={() => previous !== undefined && onGo(previous)}
      />
      <span className="number">{t("header.position", { index, total })}</span>
      <Button
        icon={<ArrowRightOutlined />}
        disabled={next === undefined}
        title={t("header.next")}
        aria-label={t("header.next")}
        onClick={() => next !== undefined && onGo(next)}
      />
    </span>
  );
}
