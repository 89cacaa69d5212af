import { ArrowDownOutlined, ArrowUpOutlined, SettingOutlined } from "@ant-design/icons";
import { Button, Checkbox, Popover, Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { columnNames, moveColumn, toggleColumn, type ColumnName, type TableView } from "./column-names.ts";

interface ViewMenuProps {
  readonly view: TableView;
  readonly onChange: (part: Partial<TableView>) => void;
  readonly onReset: () => void;
}

/** Which columns, in which order, how high the rows. */
export function ViewMenu({ view, onChange, onReset }: ViewMenuProps) {
  const { t } = useTranslation("cases");
  const hidden = columnNames.filter((name) => !view.columns.includes(name));
  const line = (name: ColumnName, at: number) => {
    const column = t(`column.${name}`);
    const shown = at >= 0;
    return (
      <li key={name}>
        <Checkbox
          checked={shown}
          disabled={shown && view.columns.length === 1}
          onChange={() => onChange({ columns: toggleColumn(view.columns, name) })}
        >
          {column}
        </Checkbox>
        {shown && (
          <span>
            <Button
              type="text"
              icon={<ArrowUpOutlined />}
              disabled={at === 0}
              aria-label={t("view.up", { column })}
              onClick={() => onChange({ columns: moveColumn(view.columns, name, -1) })}
            />
            <Button
              type="text"
              icon={<ArrowDownOutlined />}
              disabled={at === view.columns.length - 1}
              aria-label={t("view.down", { column })}
              onClick={() => onChange({ columns: moveColumn(view.columns, name, 1) })}
            />
          </span>
        )}
      </li>
    );
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="view-menu">
          <div className="view-menu-density">
            <span>{t("view.density")}</span>
            <Segmented
              aria-label={t("view.density")}
              value={view.dense ? "dense" : "comfortable"}
              onChange={(value) => onChange({ dense: value === "dense" })}
              options={(["dense", "comfortable"] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
            />
          </div>
          <small className="soft">{t("view.columnsHint")}</small>
          <ul>
            {view.columns.map((name, at) => line(name, at))}
            {hidden.map((name) => line(name, -1))}
          </ul>
          <Button block onClick={onReset}>
            {t("view.reset")}
          </Button>
        </div>
      }
    >
      <Button icon={<SettingOutlined />} aria-label={t("view.columns")} title={t("view.columns")} />
    </Popover>
  );
}
