import { useTranslation } from "react-i18next";
import type { ResponsibilityRow } from "@xiuhua/server/api";
import { useSay } from "../../shared/words/index.ts";

interface MatrixCellProps {
  readonly cell: ResponsibilityRow["cells"][number] | undefined;
  /** Row and column in words, for those who hear the table. */
  readonly label: string;
  /** Said where nobody is named. */
  readonly nobody: string;
  readonly onChange?: () => void;
}

/** Who gets it here, by what, and how many rules say otherwise for a part. */
export function MatrixCell({ cell, label, nobody, onChange }: MatrixCellProps) {
  const { t } = useTranslation("responsibility");
  const say = useSay();
  const content = (
    <>
      <span className={cell?.unit ? "" : "case-faint"}>{cell?.unit ? say(cell.unit.name) : nobody}</span>
      {cell?.stage && (
        <small className="responsibility-stage" data-rule={cell.rule !== undefined}>
          {t(`stage.${cell.stage}`)}
        </small>
      )}
      {cell !== undefined && cell.exceptions > 0 && (
        <small className="case-faint">{t("matrix.exceptions", { count: cell.exceptions })}</small>
      )}
    </>
  );
  if (!onChange) return <div className="responsibility-cell">{content}</div>;
  return (
    <button
      type="button"
      className="responsibility-cell"
      aria-label={t("matrix.change", { label })}
      title={t("matrix.change", { label })}
      onClick={onChange}
    >
      {content}
    </button>
  );
}
