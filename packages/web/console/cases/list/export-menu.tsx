import { DownloadOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import type { ListFilter } from "../filter/list-filter.ts";
import type { ColumnName } from "../table/column-names.ts";
import { exportAddress } from "./case-queries.ts";

/** Files of the whole list as it is filtered now, with the columns as they stand. */
export function ExportMenu({ filter, columns }: { filter: ListFilter; columns: readonly ColumnName[] }) {
  const { t } = useTranslation("cases");
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: (["xlsx", "csv"] as const).map((format) => ({
          key: format,
          label: (
            <a href={exportAddress(format, filter, columns)} download>
              {t(`view.${format}`)}
            </a>
          ),
        })),
      }}
    >
      <Button icon={<DownloadOutlined />}>{t("view.export")}</Button>
    </Dropdown>
  );
}
