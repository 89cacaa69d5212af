import { ReloadOutlined } from "@ant-design/icons";
import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { useProblemText } from "./problem-text.tsx";

/** What stands where a list or page should be when it could not be fetched. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const say = useProblemText();
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t("error.title")}
      description={say(error)}
      action={
        onRetry && (
          <Button icon={<ReloadOutlined />} onClick={onRetry}>
            {t("retry")}
          </Button>
        )
      }
    />
  );
}
