import { DownloadOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import type { ListFilter } from "../filter/list-filter.ts";
import type { ColumnName } from "../table/column-names.ts";
import { useNames } from "../table/names.ts";
import { exportAddress, ledgerAddress } from "./case-queries.ts";

const formats = ["xlsx", "csv"] as const;

/** Files of the whole list as it is filtered now: with the columns as they stand, and as one procedure's ledger. */
export function ExportMenu({ filter, columns }: { filter: ListFilter; columns: readonly ColumnName[] }) {
  const { t } = useTranslation("cases");
  const names = useNames();
  const only = names.procedures.length === 1 ? names.procedures[0]?.id : undefined;
  const procedure = filter.procedure ?? only;
  const link = (href: string, label: string) => ({
    key: href,
    label: (
      <a href={href} download>
        {label}
      </a>
    ),
  });
  const lists = formats.map((format) => link(exportAddress(format, filter, columns), t(`view.${format}`)));
  const ledgers =
    procedure === undefined
      ? []
      : formats.map((format) =>
          link(
            ledgerAddress(format, { ...filter, procedure }),
            t(`view.ledger.${format}`, { procedure: names.procedure(procedure) }),
          ),
        );
  return (
    <Dropdown
      trigger={["click"]}
      menu={{ items: ledgers.length === 0 ? lists : [...lists, { type: "divider" }, ...ledgers] }}
    >
      <Button icon={<DownloadOutlined />}>{t("view.export")}</Button>
    </Dropdown>
  );
}
