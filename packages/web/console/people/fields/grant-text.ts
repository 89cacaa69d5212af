import { useQuery } from "@tanstack/react-query";
import type { Grant } from "@xiuhua/server/api";
import { proceduresQuery } from "../../../shared/api/index.ts";
import { useSay } from "../../../shared/words/index.ts";

/** Roles by their names in the procedures: `administrator` → “管理员”. */
export function useRoleNames() {
  const say = useSay();
  const { data = [] } = useQuery(proceduresQuery);
  const titles = new Map(data.flatMap((one) => Object.entries(one.roles).map(([key, { title }]) => [key, title])));
  return {
    all: [...titles].map(([value, title]) => ({ value, label: say(title) })),
    name: (role: string): string => {
      const title = titles.get(role);
      return title ? say(title) : role;
    },
  };
}

/** A grant in a line: “受理员 · 监督中心 · 解放区”. */
export function useGrantText(): (grant: Pick<Grant, "role" | "unitName" | "areaName">) => string {
  const say = useSay();
  const roles = useRoleNames();
  return ({ role, unitName, areaName }) =>
    [roles.name(role), say(unitName), ...(areaName ? [say(areaName)] : [])].join(" · ");
}
