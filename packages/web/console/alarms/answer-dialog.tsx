import { useQueryClient } from "@tanstack/react-query";
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { Alarm } from "@xiuhua/server/api";
import { send } from "../../shared/api/index.ts";
import { FormDialog } from "../../shared/ui/index.ts";
import { useSay } from "../../shared/words/index.ts";

interface Values {
  readonly text: string;
}

/** Says that somebody takes care; whoever raised the alarm reads it on their phone. */
export function AnswerDialog({ alarm, onClose }: { alarm: Alarm; onClose: () => void }) {
  const { t } = useTranslation("street");
  const say = useSay();
  const client = useQueryClient();
  return (
    <FormDialog<Values>
      title={t("alarm.answerTitle", { name: say(alarm.person.name) })}
      okText={t("alarm.answer")}
      focus="text"
      initial={{ text: t("alarm.usualAnswer") }}
      onSave={async (values) => {
        await send("POST", `/field/alarms/${encodeURIComponent(alarm.id)}/answer`, values);
        await client.invalidateQueries({ queryKey: ["street"] });
      }}
      done={t("alarm.answered")}
      onClose={onClose}
    >
      <Form.Item name="text" label={t("alarm.say")} rules={[{ required: true, whitespace: true, message: t("need") }]}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
