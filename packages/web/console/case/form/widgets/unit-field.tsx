import { useQuery } from "@tanstack/react-query";
import { Form, TreeSelect } from "antd";
import { useTranslation } from "react-i18next";
import { typesQuery, unitsQuery } from "../../../../shared/api/index.ts";
import { useSay } from "../../../../shared/words/index.ts";
import { asText, asTexts } from "../../../../shared/case/index.ts";
import { idOf, type ControlProps } from "../control.ts";
import { useFormAround } from "../form-context.ts";
import { proposedUnits, unitTree, type UnitNode } from "../unit-tree.ts";

interface TreeNode {
  readonly value: string;
  readonly title: string;
  readonly selectable: boolean;
  readonly disabled?: boolean;
  readonly children?: TreeNode[];
}

/** A unit out of the organisation's tree; those responsible for the type at this place stand first, as buttons. */
export function UnitField(props: ControlProps) {
  const { field, value, onChange } = props;
  const { t } = useTranslation("case");
  const say = useSay();
  const { proposed, type: caseType, typePath, place } = useFormAround();
  const ownType = asText(Form.useWatch(typePath ? [...typePath] : []));
  const type = ownType ?? caseType;
  const { data: units = [], isFetching } = useQuery(unitsQuery);
  const { data: types = [] } = useQuery({ ...typesQuery(type ?? "", place), enabled: type !== undefined });
  const named = types.find((one) => one.code === type)?.departments ?? [];
  const first = field.many ? [] : proposedUnits(units, field.offers, proposed, named).slice(0, 4);
  const node = ({ unit, selectable, children }: UnitNode): TreeNode => ({
    value: unit.id,
    title: say(unit.name),
    selectable,
    children: children.map(node),
  });
  const shared = {
    ...idOf(props),
    loading: isFetching,
    allowClear: !field.required,
    placeholder: t("form.unit.placeholder"),
    notFoundContent: t("form.unit.none"),
    treeDefaultExpandAll: true,
    treeData: unitTree(units, field.offers).map(node),
    showSearch: { treeNodeFilterProp: "title" },
    listHeight: 320,
  };
  const chosen = asText(value) ?? null;
  return (
    <>
      {field.many ? (
        <TreeSelect {...shared} multiple value={asTexts(value)} onChange={(next: string[]) => onChange?.(next)} />
      ) : (
        <TreeSelect {...shared} value={chosen} onChange={(next: string | null) => onChange?.(next ?? undefined)} />
      )}
      {first.length > 0 && (
        <div className="case-proposed">
          <span className="case-faint">{t("form.unit.proposed")}</span>
          {first.map((unit) => (
            <button
              key={unit.id}
              type="button"
              className="case-chip"
              aria-pressed={unit.id === chosen}
              onClick={() => onChange?.(unit.id)}
            >
              {say(unit.name)}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
