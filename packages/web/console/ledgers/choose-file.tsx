import { DownloadOutlined, InboxOutlined } from "@ant-design/icons";
import { Button, Select, Upload } from "antd";
import { useTranslation } from "react-i18next";
import type { LedgerForm } from "@xiuhua/server/api";
import { address } from "../../shared/api/index.ts";
import { useSay } from "../../shared/words/index.ts";

interface ChooseFileProps {
  readonly forms: readonly LedgerForm[];
  readonly form: LedgerForm;
  readonly onForm: (form: LedgerForm) => void;
  readonly onFile: (file: File) => void;
}

/** Of what procedure, and out of which file. */
export function ChooseFile({ forms, form, onForm, onFile }: ChooseFileProps) {
  const { t } = useTranslation("ledgers");
  const say = useSay();
  const keyOf = ({ procedure, action }: LedgerForm) => `${procedure}/${action}`;
  const template = `/ledgers/${encodeURIComponent(form.procedure)}/${encodeURIComponent(form.action)}/template.xlsx`;
  return (
    <section className="ledgers-choose">
      <div className="ledgers-tools">
        <label htmlFor="ledger-procedure">{t("choose.procedure")}</label>
        <Select
          id="ledger-procedure"
          className="ledgers-procedure"
          value={keyOf(form)}
          onChange={(key) => {
            const chosen = forms.find((one) => keyOf(one) === key);
            if (chosen) onForm(chosen);
          }}
          options={forms.map((one) => ({ value: keyOf(one), label: `${say(one.title)} · ${say(one.opening)}` }))}
        />
        <Button icon={<DownloadOutlined />} href={address(template)} download>
          {t("choose.template")}
        </Button>
      </div>
      <Upload.Dragger
        accept=".xlsx,.csv"
        maxCount={1}
        showUploadList={false}
        beforeUpload={(file) => {
          onFile(file);
          return false;
        }}
      >
        <p className="ant-upload-drag-icon">
          <InboxOutlined />
        </p>
        <p>{t("choose.drop")}</p>
        <p className="case-faint">{t("choose.hint")}</p>
      </Upload.Dragger>
    </section>
  );
}
