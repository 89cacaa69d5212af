import { Select, type SelectProps } from "antd";
import { useRoleNames } from "./grant-text.ts";

export function RoleSelect(props: SelectProps<string>) {
  const roles = useRoleNames();
  return <Select<string> {...props} showSearch={{ optionFilterProp: "label" }} options={roles.all} />;
}
