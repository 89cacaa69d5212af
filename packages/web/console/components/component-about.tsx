import { Descriptions } from "antd";
import { useTranslation } from "react-i18next";
import type { ComponentDetail } from "@xiuhua/server/api";
import { useSay } from "../../shared/words/index.ts";
import { StateTag } from "./state-tag.tsx";

const keys = [
  "code",
  "type",
  "stateTitle",
  "responsible",
  "owner",
  "maintainer",
  "competent",
  "area",
  "cell",
  "position",
  "inspectDays",
  "nextInspection",
  "initialDate",
  "source",
  "remarks",
] as const;

/** What the register says of a component; what it does not know is left out. */
export function ComponentAbout({ component: one }: { component: ComponentDetail }) {
  const { t } = useTranslation("components");
  const say = useSay();
  const rows = {
    code: <span className="number">{one.code}</span>,
    type: `${one.type.id} ${say(one.type.name)}`,
    stateTitle: <StateTag state={one.state} />,
    responsible: one.responsible && say(one.responsible.name),
    owner: one.ownerName ?? one.ownerCode,
    maintainer: one.maintainerName ?? one.maintainerCode,
    competent: one.competentName ?? one.competentCode,
    area: say(one.area.name),
    cell: one.cell && <span className="number">{one.cell}</span>,
    position: (
      <span className="number">
        {one.lng.toFixed(6)}, {one.lat.toFixed(6)}
      </span>
    ),
    inspectDays: one.inspectDays === undefined ? undefined : t("days", { count: one.inspectDays }),
    nextInspection: one.nextInspection,
    initialDate: one.initialDate,
    source: one.source,
    remarks: one.remarks,
  };
  return (
    <Descriptions
      size="small"
      column={1}
      bordered
      items={keys.flatMap((key) =>
        rows[key] === undefined || rows[key] === "" ? [] : [{ key, label: t(key), children: rows[key] }],
      )}
    />
  );
}
