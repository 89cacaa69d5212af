import { App, Button, Input, QRCode } from "antd";
import { CopyOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { CaseDetail, CaseLink } from "@xiuhua/server/api";
import { get } from "../../../shared/api/index.ts";
import { minuteText } from "../../../shared/time/index.ts";
import { Failure } from "../../../shared/ui/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { Card } from "../view/card.tsx";
import "./link.css";

/** The link by which somebody without an account answers this case, ready to be sent or to be read off the screen. */
export function LinkCard({ detail }: { detail: CaseDetail }) {
  return detail.linkUntil === undefined ? null : <OpenLink no={detail.no} title={detail.title} seq={detail.seq} />;
}

function OpenLink({ no, title, seq }: { no: string; title: string; seq: number }) {
  const { t } = useTranslation("case");
  const say = useSay();
  const { message } = App.useApp();
  const { data, error, refetch } = useQuery({
    // Each event may have let somebody else in; asked once for each, and not where the case is read anew.
    queryKey: ["link", no, seq],
    staleTime: Infinity,
    queryFn: ({ signal }) => get<CaseLink>(`/cases/${encodeURIComponent(no)}/link`, undefined, signal),
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const role = say(data.role);
  const address = new URL(data.path, location.origin).href;
  const until = minuteText(data.until);
  const words = t("link.message", { title, until, address });
  const copy = (text: string) => () =>
    void navigator.clipboard.writeText(text).then(
      () => message.success(t("link.copied")),
      () => message.error(t("link.notCopied")),
    );
  return (
    <Card title={t("link.title", { role })} className="case-link">
      <div className="case-link-parts">
        <QRCode value={address} size={132} bordered={false} color="#101a26" bgColor="#ffffff" errorLevel="M" />
        <div className="stack case-link-words">
          <p>{t("link.until", { until })}</p>
          <p className="soft">{t("link.hint")}</p>
          <Button icon={<CopyOutlined />} onClick={copy(address)}>
            {t("link.copy")}
          </Button>
        </div>
      </div>
      <label className="stack">
        <span className="soft">{t("link.sms")}</span>
        <Input.TextArea readOnly autoSize value={words} />
      </label>
      <Button icon={<CopyOutlined />} onClick={copy(words)}>
        {t("link.copySms")}
      </Button>
    </Card>
  );
}
