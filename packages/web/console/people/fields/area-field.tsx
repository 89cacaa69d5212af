import { useQuery } from "@tanstack/react-query";
import { TreeSelect, type TreeSelectProps } from "antd";
import { areasQuery } from "../../../shared/api/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { areaTree } from "../../cases/filter/area-tree.ts";

/** One of the city's areas. */
export function AreaField(props: TreeSelectProps<string>) {
  const say = useSay();
  const { data = [] } = useQuery(areasQuery);
  return (
    <TreeSelect<string>
      {...props}
      allowClear
      showSearch={{ treeNodeFilterProp: "title" }}
      treeData={areaTree(data, say)}
    />
  );
}
