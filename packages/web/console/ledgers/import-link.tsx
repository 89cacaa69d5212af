import { UploadOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ledgersQuery } from "./queries.ts";

/** The way to the import, for whoever may import anything; of one procedure where the list is. */
export function ImportLink({ procedure }: { procedure: string | undefined }) {
  const { t } = useTranslation("ledgers");
  const { data = [] } = useQuery(ledgersQuery);
  if (data.length === 0) return null;
  return (
    <Link to={procedure === undefined ? "/ledgers" : `/ledgers?procedure=${encodeURIComponent(procedure)}`}>
      <Button icon={<UploadOutlined />}>{t("title")}</Button>
    </Link>
  );
}
