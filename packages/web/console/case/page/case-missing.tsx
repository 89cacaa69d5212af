import { Button, Result } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

/** No such case, or not for this reader: the server does not say which, and neither do we. */
export function CaseMissing({ no }: { no: string }) {
  const { t } = useTranslation("case");
  return (
    <Result
      status="404"
      icon={<span className="case-missing-no number">{no}</span>}
      title={t("states.missing")}
      subTitle={t("states.missingText", { no })}
      extra={
        <Link to="/">
          <Button type="primary">{t("states.toQueue")}</Button>
        </Link>
      }
    />
  );
}
