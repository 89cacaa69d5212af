import { EditOutlined, PlusOutlined, SearchOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Empty, Input, Skeleton, Tag, Tree } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Unit } from "@xiuhua/server/api";
import { unitsQuery } from "../../../shared/api/index.ts";
import { Failure } from "../../../shared/ui/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { UnitDialog } from "./unit-dialog.tsx";
import { unitTree } from "./unit-tree.ts";

interface UnitPanelProps {
  readonly chosen: string | undefined;
  readonly onChoose: (unit: string | undefined) => void;
}

type Editing = { readonly unit: Unit } | { readonly parent: string | undefined };

export function UnitPanel({ chosen, onChoose }: UnitPanelProps) {
  const { t } = useTranslation("people");
  const say = useSay();
  const units = useQuery(unitsQuery);
  const [words, setWords] = useState("");
  const [editing, edit] = useState<Editing>();
  const tree = useMemo(() => unitTree(units.data ?? [], (unit) => say(unit.name), words), [units.data, say, words]);
  const unit = units.data?.find((one) => one.id === chosen);
  return (
    <section className="units" aria-label={t("unit.tree")}>
      <div className="units-tools">
        <Input
          allowClear
          prefix={<SearchOutlined />}
          aria-label={t("unit.search")}
          placeholder={t("unit.search")}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Button
          icon={<PlusOutlined />}
          aria-label={t(unit ? "unit.createBelow" : "unit.create")}
          title={t(unit ? "unit.createBelow" : "unit.create")}
          onClick={() => edit({ parent: unit?.id })}
        />
        <Button
          icon={<EditOutlined />}
          disabled={!unit}
          aria-label={t("unit.edit")}
          title={t("unit.edit")}
          onClick={() => unit && edit({ unit })}
        />
      </div>
      {units.isPending && <Skeleton active paragraph={{ rows: 12 }} />}
      {units.error && <Failure error={units.error} onRetry={() => void units.refetch()} />}
      {units.data && tree.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("unit.none")} />}
      {tree.length > 0 && (
        <Tree
          // Another search opens the branches anew, so that what was found is seen.
          key={words}
          className="units-tree"
          blockNode
          defaultExpandAll={words !== ""}
          defaultExpandedKeys={tree.map((node) => node.key)}
          treeData={tree}
          selectedKeys={chosen === undefined ? [] : [chosen]}
          onSelect={([key]) => onChoose(key === undefined ? undefined : String(key))}
          titleRender={(node) => (
            <span className="units-node" title={node.title}>
              {node.title}
              {!node.unit.active && <Tag>{t("unit.inactive")}</Tag>}
            </span>
          )}
        />
      )}
      {editing && <UnitDialog units={units.data ?? []} {...editing} onClose={() => edit(undefined)} />}
    </section>
  );
}
