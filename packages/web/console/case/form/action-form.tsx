import { Alert, App, Button, Form } from "antd";
import { useEffect, useEffectEvent, useMemo, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { ActionForm as FormDescription, EvidenceReference } from "@xiuhua/server/api";
import { useSay } from "../../../shared/words/index.ts";
import { ReportDuplicates } from "../duplicates/report-duplicates.tsx";
import { EvidenceInput } from "../evidence/evidence-input.tsx";
import {
  type FieldProblem,
  fieldsOf,
  initialOf,
  type Input,
  inputOf,
  lacking,
  placeProblems,
} from "../../../shared/case/index.ts";
import { useUploads } from "../evidence/use-uploads.ts";
import { nameOf } from "./control.ts";
import { FieldItem } from "./field-item.tsx";
import { FormAroundProvider, type FormAround } from "./form-context.ts";
import "./form.css";

export interface ActionFormProps {
  readonly form: FormDescription;
  /** The case that is acted on; absent where the form opens one, or acts on many. */
  readonly caseNo?: string;
  /** What the fields begin with; the description's own `initial` where this is absent. */
  readonly initial?: Readonly<Record<string, unknown>>;
  /** Called with checked input. Whatever it rejects with, what was typed stays. */
  readonly onSubmit: (input: Input, evidence: EvidenceReference[]) => Promise<void>;
  readonly submitting: boolean;
  /** Faults the server found, by JSON pointer. */
  readonly problems?: readonly FieldProblem[];
  /** What the fields may know of the case: its type, place and department. */
  readonly around?: Omit<FormAround, "action" | "typePath" | "proposed">;
  readonly opens?: boolean;
  readonly submitText?: string;
  readonly onCancel?: () => void;
  /** Told once something was filled in. */
  readonly onTouched?: () => void;
}

/** The form of one action, drawn from its schema: fields, evidence, submit (Ctrl + Enter). */
export function ActionForm(props: ActionFormProps) {
  const { form: description, submitting, problems, onSubmit } = props;
  const { t } = useTranslation("case");
  const say = useSay();
  const { modal } = App.useApp();
  const [form] = Form.useForm<Input>();
  const uploads = useUploads();
  const [tried, setTried] = useState(false);
  const fields = useMemo(() => fieldsOf(description.input), [description.input]);
  const typePath = fields.find((field) => field.widget === "type")?.path;
  const begin = props.initial ?? description.initial ?? {};
  const placed = placeProblems(fields, problems ?? []);
  const lacks = lacking(description.evidence, uploads.references);

  const show = useEffectEvent(() => {
    form.setFields(placed.fields.map(({ path, message }) => ({ name: [...nameOf(path)], errors: [say(message)] })));
    const first = placed.fields[0];
    if (first) form.scrollToField([...nameOf(first.path)], { block: "center" });
  });
  useEffect(() => show(), [problems]);

  const finish = async (values: Input) => {
    setTried(true);
    if (uploads.busy || lacks.length > 0) return;
    const send = () => onSubmit(inputOf(fields, values), [...uploads.references]);
    if (description.weight !== "grave") return send();
    const title = say(description.title);
    await modal.confirm({
      title: t("actions.confirmTitle", { title }),
      content: t("actions.confirmText"),
      okText: t("actions.confirm", { title }),
      cancelText: t("actions.cancel"),
      okButtonProps: { danger: true },
      onOk: send,
    });
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.submit();
  };

  const lack = uploads.busy
    ? t("upload.busy")
    : lacks
        .map(({ kind, needed }) => t("upload.missing", { kind: t(`evidence.kind.${kind}`), count: needed }))
        .join("；");
  // A way in names the files it takes (help given to somebody takes none); any later step may be proved by more.
  const showEvidence = (!props.opens && fields.length > 0) || Object.keys(description.evidence).length > 0;
  return (
    <FormAroundProvider value={aroundOf(props, typePath, begin)}>
      <Form
        form={form}
        layout="vertical"
        size="middle"
        className="case-form"
        initialValues={initialOf(fields, begin)}
        onFinish={(values) => void finish(values)}
        onFinishFailed={() => setTried(true)}
        {...(props.onTouched ? { onValuesChange: props.onTouched } : {})}
        onKeyDown={keys}
        scrollToFirstError={{ block: "center" }}
        disabled={submitting}
      >
        <div className="case-form-body">
          {placed.form.length > 0 && (
            <Alert type="error" showIcon title={placed.form.map((words) => say(words)).join(" ")} />
          )}
          {fields.length === 0 && <p className="case-faint">{t("form.empty")}</p>}
          {fields.map((field) => (
            <FieldItem key={field.path.join("/")} field={field} />
          ))}
          {props.opens && typePath !== undefined && <ReportDuplicates />}
          {showEvidence && (
            <EvidenceInput
              demanded={description.evidence}
              uploads={uploads}
              problem={(tried && lack) || placed.evidence.map(say).join(" ")}
            />
          )}
        </div>
        <div className="case-form-foot">
          <Button
            type="primary"
            htmlType="submit"
            autoInsertSpace={false}
            loading={submitting}
            danger={description.weight === "grave"}
          >
            {props.submitText ?? say(description.title)}
          </Button>
          {props.onCancel && (
            <Button autoInsertSpace={false} onClick={props.onCancel}>
              {t("actions.cancel")}
            </Button>
          )}
          <span className="case-faint">{t("actions.submitHint")}</span>
        </div>
      </Form>
    </FormAroundProvider>
  );
}

function aroundOf(
  props: ActionFormProps,
  typePath: readonly string[] | undefined,
  begin: Readonly<Record<string, unknown>>,
): FormAround {
  const proposed = begin["department"];
  return {
    ...props.around,
    action: props.form.action,
    proposed: typeof proposed === "string" ? proposed : undefined,
    typePath,
  };
}
