import { Button, Result, Typography } from "antd";
import { Link, useRouteError } from "react-router";
import { useTranslation } from "react-i18next";

/** A page whose code failed: says so, offers to load it again, and shows what to pass on. */
export function BrokenPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  return (
    <Result
      status="warning"
      title={t("error.screen")}
      subTitle={t("error.screenHint")}
      extra={[
        <Button key="again" type="primary" onClick={() => location.reload()}>
          {t("retry")}
        </Button>,
        <Link key="home" to="/queue">
          <Button>{t("error.home")}</Button>
        </Link>,
      ]}
    >
      <Typography.Text code copyable>
        {error instanceof Error ? `${error.name}: ${error.message}` : String(error)}
      </Typography.Text>
    </Result>
  );
}
