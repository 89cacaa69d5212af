import { useQueryClient } from "@tanstack/react-query";
import { Form, Input, Select, Switch, TreeSelect } from "antd";
import { useTranslation } from "react-i18next";
import type { Unit, UnitInput } from "@xiuhua/server/api";
import { send, unitsQuery } from "../../../shared/api/index.ts";
import { FormDialog } from "../../../shared/ui/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { AreaField } from "../fields/area-field.tsx";
import { nameInput, NameFields } from "../fields/name-fields.tsx";
import { unitKinds } from "./unit-kinds.ts";
import { unitTree, withBelow } from "./unit-tree.ts";

interface UnitDialogProps {
  readonly units: readonly Unit[];
  /** The unit that is edited; a new one where absent. */
  readonly unit?: Unit;
  readonly parent?: string | undefined;
  readonly onClose: () => void;
}

interface Values {
  readonly id: string;
  readonly parent?: string | null;
  readonly kind: string;
  readonly name: { zh: string; en?: string };
  readonly area?: string | null;
  readonly departmentKeys: string[];
  readonly active: boolean;
}

export function UnitDialog({ units, unit, parent, onClose }: UnitDialogProps) {
  const { t } = useTranslation("people");
  const say = useSay();
  const client = useQueryClient();
  const barred = unit ? withBelow(units, unit.id) : new Set<string>();
  const tree = unitTree(
    units.filter((one) => !barred.has(one.id)),
    (one) => say(one.name),
  );
  const keys = [...new Set(units.flatMap((one) => one.departmentKeys))].toSorted();
  const need = { required: true, message: t("need") };
  return (
    <FormDialog<Values>
      title={unit ? t("unit.edit") : t("unit.create")}
      width={520}
      focus={unit ? "name" : "id"}
      initial={
        unit ?? { ...(parent === undefined ? {} : { parent }), kind: "section", departmentKeys: [], active: true }
      }
      onSave={async (values) => {
        const input: UnitInput = {
          id: values.id,
          kind: values.kind,
          name: nameInput(values.name),
          departmentKeys: values.departmentKeys,
          active: values.active,
          ...(values.parent ? { parent: values.parent } : {}),
          ...(values.area ? { area: values.area } : {}),
        };
        await (unit ? send("PUT", `/units/${unit.id}`, input) : send("POST", "/units", input));
        await client.invalidateQueries({ queryKey: unitsQuery.queryKey });
      }}
      done={t("unit.saved")}
      onClose={onClose}
    >
      <Form.Item
        name="id"
        label={t("unit.id")}
        extra={unit ? undefined : t("unit.idHint")}
        rules={[{ required: true, pattern: /^[a-z0-9-]{1,64}$/, message: t("needId") }]}
      >
        <Input disabled={unit !== undefined} />
      </Form.Item>
      <NameFields name="name" label={t("unit.name")} labelEn={t("unit.nameEn")} />
      <div className="pair">
        <Form.Item name="parent" label={t("unit.parent")}>
          <TreeSelect allowClear showSearch={{ treeNodeFilterProp: "title" }} treeData={tree} />
        </Form.Item>
        <Form.Item name="kind" label={t("unit.kind")} rules={[need]}>
          <Select options={unitKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
        </Form.Item>
      </div>
      <div className="pair">
        <Form.Item name="area" label={t("unit.area")}>
          <AreaField />
        </Form.Item>
        <Form.Item name="active" label={t("unit.active")} valuePropName="checked">
          <Switch />
        </Form.Item>
      </div>
      <Form.Item name="departmentKeys" label={t("unit.departmentKeys")} extra={t("unit.departmentKeysHint")}>
        <Select
          mode="tags"
          tokenSeparators={[" ", ",", "，"]}
          options={keys.map((value) => ({ value, label: value }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
