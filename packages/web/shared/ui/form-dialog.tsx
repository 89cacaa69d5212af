import { useMutation } from "@tanstack/react-query";
import { Alert, App, Form, Modal, type FormInstance } from "antd";
import type { ReactNode } from "react";
import { useProblemText } from "./problem-text.tsx";

interface FormDialogProps<Values extends object> {
  readonly title: string;
  readonly okText?: string;
  readonly width?: number;
  readonly initial?: Partial<Values>;
  /** The field in which the cursor stands at first. */
  readonly focus: keyof Values & string;
  readonly onSave: (values: Values) => Promise<unknown>;
  /** Said once it is saved. */
  readonly done: string | ((values: Values) => string);
  readonly onClose: () => void;
  readonly children: ReactNode | ((form: FormInstance<Values>) => ReactNode);
}

/** A short form in a dialog: saves, shows what the server refuses, says when done. */
export function FormDialog<Values extends object>(props: FormDialogProps<Values>) {
  const { title, okText, width = 440, initial, focus, onSave, done, onClose, children } = props;
  const say = useProblemText();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const save = useMutation({
    mutationFn: onSave,
    onSuccess: (_, values) => {
      void message.success(typeof done === "string" ? done : done(values));
      onClose();
    },
  });
  return (
    <Modal
      open
      width={width}
      title={title}
      {...(okText === undefined ? {} : { okText })}
      mask={{ closable: false }}
      afterOpenChange={(shown) => shown && form.focusField(focus)}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={save.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        {...(initial === undefined ? {} : { initialValues: initial })}
        onFinish={(values) => save.mutate(values)}
      >
        {save.error && (
          <Alert className="form-dialog-refusal" type="error" showIcon role="alert" title={say(save.error)} />
        )}
        {typeof children === "function" ? children(form) : children}
      </Form>
    </Modal>
  );
}
