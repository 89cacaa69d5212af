import { useQuery } from "@tanstack/react-query";
import { TreeSelect, type TreeSelectProps } from "antd";
import { unitsQuery } from "../../../shared/api/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { unitTree } from "../units/unit-tree.ts";

/** One of the units in use. */
export function UnitField(props: TreeSelectProps<string>) {
  const say = useSay();
  const { data = [] } = useQuery(unitsQuery);
  const tree = unitTree(
    data.filter((unit) => unit.active),
    (unit) => say(unit.name),
  );
  return (
    <TreeSelect<string> {...props} treeDefaultExpandAll showSearch={{ treeNodeFilterProp: "title" }} treeData={tree} />
  );
}
