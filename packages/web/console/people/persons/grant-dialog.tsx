import { useQueryClient } from "@tanstack/react-query";
import { DatePicker, Form } from "antd";
import type { Dayjs } from "dayjs";
import { useTranslation } from "react-i18next";
import type { GrantInput, Person } from "@xiuhua/server/api";
import { send } from "../../../shared/api/index.ts";
import { cityInstant } from "../../../shared/time/index.ts";
import { FormDialog } from "../../../shared/ui/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { AreaField } from "../fields/area-field.tsx";
import { RoleSelect } from "../fields/role-select.tsx";
import { UnitField } from "../fields/unit-field.tsx";

interface Values {
  readonly role: string;
  readonly unit: string;
  readonly area?: string | null;
  readonly period?: [Dayjs | null, Dayjs | null] | null;
}

interface GrantDialogProps {
  readonly person: Person;
  readonly unit: string | undefined;
  readonly onClose: () => void;
}

export function GrantDialog({ person, unit, onClose }: GrantDialogProps) {
  const { t } = useTranslation("people");
  const say = useSay();
  const client = useQueryClient();
  const need = { required: true, message: t("need") };
  const at = unit ?? person.grants[0]?.unit;
  return (
    <FormDialog<Values>
      title={`${t("grant.add")} · ${say(person.name)}`}
      focus="role"
      initial={at === undefined ? {} : { unit: at }}
      onSave={async ({ role, unit: where, area, period }) => {
        const [from, to] = period ?? [null, null];
        const input: GrantInput = {
          role,
          unit: where,
          ...(area ? { area } : {}),
          ...(from ? { validFrom: cityInstant(from) } : {}),
          ...(to ? { validTo: cityInstant(to) } : {}),
        };
        await send("POST", `/people/${encodeURIComponent(person.id)}/grants`, input);
        await client.invalidateQueries({ queryKey: ["people"] });
      }}
      done={t("grant.granted")}
      onClose={onClose}
    >
      <Form.Item name="role" label={t("grant.role")} rules={[need]}>
        <RoleSelect />
      </Form.Item>
      <Form.Item name="unit" label={t("grant.unit")} rules={[need]}>
        <UnitField />
      </Form.Item>
      <Form.Item name="area" label={t("grant.area")}>
        <AreaField placeholder={t("grant.wholeCity")} />
      </Form.Item>
      <Form.Item name="period" label={t("grant.validity")}>
        <DatePicker.RangePicker
          allowEmpty={[true, true]}
          showTime={{ format: "HH:mm" }}
          format="YYYY-MM-DD HH:mm"
          style={{ width: "100%" }}
        />
      </Form.Item>
    </FormDialog>
  );
}
