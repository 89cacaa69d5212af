import { Button, Result } from "antd";
import { Link } from "react-router";
import { useTranslation } from "react-i18next";

export function AbsentPage() {
  const { t } = useTranslation();
  return (
    <Result
      status="404"
      title={t("error.absent")}
      subTitle={t("error.absentHint")}
      extra={
        <Link to="/queue">
          <Button type="primary">{t("error.home")}</Button>
        </Link>
      }
    />
  );
}
