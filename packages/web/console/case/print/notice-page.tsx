import { PrinterOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Result, Spin } from "antd";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { caseQuery, meQuery, ProblemError, typeQuery } from "../../../shared/api/index.ts";
import { Failure, useTitle } from "../../../shared/ui/index.ts";
import { CaseMissing } from "../page/case-missing.tsx";
import "../page/page.css";
import { isFiled, isNoticeClass } from "./may-notify.ts";
import { NoticeSheet } from "./notice-sheet.tsx";
import "./print.css";

/** Route `/cases/:no/notice`: 责令改正告知书 for a filed case of class 07, on screen and on paper. */
export function NoticePage() {
  const { no = "" } = useParams();
  const { t } = useTranslation("case");
  useTitle(`${t("notice.title")} ${no}`);
  const { data: detail, error, refetch } = useQuery(caseQuery(no));
  const { data: me } = useQuery(meQuery);
  const code = detail?.type?.id;
  const { data: type } = useQuery({ ...typeQuery(code ?? ""), enabled: code !== undefined });
  const back = (
    <Link to={`/cases/${encodeURIComponent(no)}`}>
      <Button>{t("notice.back")}</Button>
    </Link>
  );
  if (error instanceof ProblemError && (error.status === 404 || error.status === 403)) return <CaseMissing no={no} />;
  if (error)
    return (
      <div className="case-alone">
        <Failure error={error} onRetry={() => void refetch()} />
      </div>
    );
  if (!detail || !me) return <Spin className="case-alone" />;
  if (!isNoticeClass(detail)) return <Result status="info" title={t("notice.notClass")} extra={back} />;
  if (!isFiled(detail)) return <Result status="info" title={t("notice.notFiled")} extra={back} />;
  const criterion = type?.criteria.find((one) => one.id === detail.facts["criterion"]);
  if (!criterion) return <Spin className="case-alone" />;
  const sheet = <NoticeSheet detail={detail} criterion={criterion} city={me.city.name} />;
  return (
    <div className="case-notice-page">
      <div className="case-notice-tools">
        {back}
        <Alert type="info" showIcon title={t("notice.review")} />
        <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t("notice.print")}
        </Button>
      </div>
      <div className="case-notice-paper">{sheet}</div>
      {createPortal(<div className="case-print">{sheet}</div>, document.body)}
    </div>
  );
}
