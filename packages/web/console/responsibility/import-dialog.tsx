import { InboxOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Checkbox, Modal, Upload } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ResponsibilityImported } from "@xiuhua/server/api";
import { ProblemError, send } from "../../shared/api/index.ts";
import { useProblemText } from "../../shared/ui/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { forgetResponsibility } from "./queries.ts";

/** Rules out of a CSV file: all of them or, with a bad line, none. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("responsibility");
  const say = useSay();
  const problem = useProblemText();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [file, setFile] = useState<File>();
  const [replace, setReplace] = useState(false);
  const load = useMutation({
    mutationFn: async (from: File) =>
      send<ResponsibilityImported>("POST", "/responsibility/import", { csv: await from.text(), replace }),
    onSuccess: async ({ added, changed, same, deleted }) => {
      await forgetResponsibility(client);
      void message.success(t("import.done", { added, changed, same, deleted }));
      onClose();
    },
  });
  const lines = load.error instanceof ProblemError ? load.error.fields : [];
  return (
    <Modal
      open
      title={t("rule.import")}
      okText={t("import.start")}
      okButtonProps={{ disabled: file === undefined }}
      confirmLoading={load.isPending}
      onOk={() => file && load.mutate(file)}
      onCancel={onClose}
    >
      {load.error && (
        <Alert
          className="form-dialog-refusal"
          type="error"
          showIcon
          role="alert"
          title={problem(load.error)}
          description={lines.slice(0, 8).map(({ field, message: words }) => (
            <div key={field}>{say(words)}</div>
          ))}
        />
      )}
      <Upload.Dragger
        accept=".csv,text/csv"
        maxCount={1}
        beforeUpload={(chosen) => {
          load.reset();
          setFile(chosen);
          return false;
        }}
        onRemove={() => setFile(undefined)}
      >
        <p className="ant-upload-drag-icon">
          <InboxOutlined />
        </p>
        <p>{t("import.choose")}</p>
        <p className="case-faint">{t("import.hint")}</p>
      </Upload.Dragger>
      <Checkbox
        className="responsibility-replace"
        checked={replace}
        onChange={(event) => setReplace(event.target.checked)}
      >
        {t("import.replace")}
      </Checkbox>
    </Modal>
  );
}
