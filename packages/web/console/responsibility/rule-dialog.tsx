import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, DatePicker, Form, Input, Popconfirm } from "antd";
import type { Dayjs } from "dayjs";
import dayjs from "dayjs";
import { useTranslation } from "react-i18next";
import type { ResponsibilityRule, ResponsibilityRuleInput } from "@xiuhua/server/api";
import { send } from "../../shared/api/index.ts";
import { FormDialog, useProblemText } from "../../shared/ui/index.ts";
import { AreaField } from "../people/fields/area-field.tsx";
import { UnitField } from "../people/fields/unit-field.tsx";
import { forgetResponsibility } from "./queries.ts";
import { TypeSelect } from "./type-select.tsx";

/** What a new rule begins with. */
export interface RuleDraft {
  readonly type?: string;
  readonly area?: string;
}

interface Values {
  readonly type?: string;
  readonly area?: string;
  readonly owner?: string;
  readonly unit: string;
  readonly from?: Dayjs;
  readonly to?: Dayjs;
  readonly note?: string;
}

interface RuleDialogProps {
  readonly rule?: ResponsibilityRule;
  readonly draft?: RuleDraft;
  readonly onClose: () => void;
}

const addressOf = (rule: ResponsibilityRule) => `/responsibility/rules/${encodeURIComponent(rule.id)}`;

/** One rule: new, or to be changed or deleted. What is left empty is any. */
export function RuleDialog({ rule, draft, onClose }: RuleDialogProps) {
  const { t } = useTranslation("responsibility");
  const { t: common } = useTranslation();
  const client = useQueryClient();
  const problem = useProblemText();
  const { message } = App.useApp();
  const remove = useMutation({
    mutationFn: (one: ResponsibilityRule) => send("DELETE", addressOf(one)),
    onSuccess: async () => {
      await forgetResponsibility(client);
      void message.success(t("rule.deleted"));
      onClose();
    },
    onError: (error) => message.error(problem(error)),
  });
  return (
    <FormDialog<Values>
      title={t(rule ? "rule.edit" : "rule.create")}
      focus="unit"
      width={520}
      initial={rule ? valuesOf(rule) : { ...draft }}
      onSave={async (values) => {
        await (rule
          ? send("PUT", addressOf(rule), inputOf(values))
          : send("POST", "/responsibility/rules", inputOf(values)));
        await forgetResponsibility(client);
      }}
      done={t("rule.saved")}
      onClose={onClose}
    >
      <Form.Item name="type" label={t("rule.type")} extra={t("rule.anyHint")}>
        <TypeSelect withClasses placeholder={t("rule.anyType")} />
      </Form.Item>
      <Form.Item name="area" label={t("rule.area")}>
        <AreaField placeholder={t("rule.anyArea")} />
      </Form.Item>
      <Form.Item name="owner" label={t("rule.owner")} extra={t("rule.ownerHint")}>
        <Input maxLength={32} allowClear placeholder={t("rule.anyOwner")} />
      </Form.Item>
      <Form.Item name="unit" label={t("rule.unit")} rules={[{ required: true, message: t("rule.need") }]}>
        <UnitField />
      </Form.Item>
      <div className="pair">
        <Form.Item name="from" label={t("rule.from")}>
          <DatePicker style={{ width: "100%" }} />
        </Form.Item>
        <Form.Item name="to" label={t("rule.to")}>
          <DatePicker style={{ width: "100%" }} />
        </Form.Item>
      </div>
      <Form.Item name="note" label={t("rule.note")}>
        <Input maxLength={200} />
      </Form.Item>
      {rule && (
        <Popconfirm title={t("rule.deleteAsk")} onConfirm={() => remove.mutate(rule)}>
          <Button danger loading={remove.isPending}>
            {common("delete")}
          </Button>
        </Popconfirm>
      )}
    </FormDialog>
  );
}

function valuesOf({ type, area, owner, unit, validFrom, validTo, note }: ResponsibilityRule): Partial<Values> {
  return {
    ...(type ? { type: type.id } : {}),
    ...(area ? { area: area.id } : {}),
    ...(owner === undefined ? {} : { owner }),
    unit: unit.id,
    ...(validFrom === undefined ? {} : { from: dayjs(validFrom) }),
    ...(validTo === undefined ? {} : { to: dayjs(validTo) }),
    ...(note === undefined ? {} : { note }),
  };
}

function inputOf({ type, area, owner, unit, from, to, note }: Values): ResponsibilityRuleInput {
  const [whose, words] = [owner?.trim(), note?.trim()];
  return {
    unit,
    ...(type ? { type } : {}),
    ...(area ? { area } : {}),
    ...(whose ? { owner: whose } : {}),
    ...(from ? { validFrom: from.format("YYYY-MM-DD") } : {}),
    ...(to ? { validTo: to.format("YYYY-MM-DD") } : {}),
    ...(words ? { note: words } : {}),
  };
}
