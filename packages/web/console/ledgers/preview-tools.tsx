import { Button, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { LedgerChoices, LedgerPreview } from "@xiuhua/server/api";

interface PreviewToolsProps {
  readonly preview: LedgerPreview;
  readonly choices: LedgerChoices;
  readonly busy: boolean;
  readonly onChange: (part: Partial<LedgerChoices>) => void;
  readonly onImport: () => void;
  readonly onLeave: () => void;
}

const counts = ["rows", "new", "known", "faulty"] as const;

/** What was found, where it was looked for, and the way on. */
export function PreviewTools({ preview, choices, busy, onChange, onImport, onLeave }: PreviewToolsProps) {
  const { t } = useTranslation("ledgers");
  const asksYear = preview.wantsYear || choices.year !== undefined;
  return (
    <div className="ledgers-tools">
      <strong className="ledgers-file" title={preview.file}>
        {preview.file}
      </strong>
      <Button onClick={onLeave}>{t("choose.other")}</Button>
      {preview.sheets.length > 1 && (
        <>
          <label htmlFor="ledger-sheet">{t("sheet")}</label>
          <Select
            id="ledger-sheet"
            className="ledgers-sheet"
            value={preview.sheet}
            // What was chosen of another sheet's columns says nothing of this one's.
            onChange={(sheet) => onChange({ sheet, columns: {}, fillDown: [] })}
            options={preview.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
          />
        </>
      )}
      <label htmlFor="ledger-heading">{t("headingRow")}</label>
      <InputNumber
        id="ledger-heading"
        className="ledgers-number"
        min={1}
        max={10_000}
        precision={0}
        value={preview.headingRow}
        changeOnWheel={false}
        onChange={(headingRow) => headingRow !== null && onChange({ headingRow })}
      />
      {asksYear && (
        <>
          <label htmlFor="ledger-year">{t("year")}</label>
          <InputNumber
            id="ledger-year"
            className="ledgers-number"
            min={1970}
            max={2199}
            precision={0}
            value={choices.year ?? null}
            changeOnWheel={false}
            onChange={(year) => year !== null && year >= 1970 && onChange({ year })}
          />
        </>
      )}
      <div className="ledgers-end">
        <span className="ledgers-counts">
          {counts.map((name) => (
            <span key={name} data-strong={preview[name] > 0}>
              {t(`counts.${name}`, { count: preview[name] })}
            </span>
          ))}
          {preview.skipped.length > 0 && <span>{t("counts.skipped", { count: preview.skipped.length })}</span>}
        </span>
        <Button type="primary" loading={busy} disabled={preview.new === 0} onClick={onImport}>
          {preview.new === 0 ? t("nothing") : t("import", { count: preview.new })}
        </Button>
      </div>
    </div>
  );
}
