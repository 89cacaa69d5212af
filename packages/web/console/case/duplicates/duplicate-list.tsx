import { Button, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Duplicate } from "@xiuhua/server/api";
import { useSay } from "../../../shared/words/index.ts";
import { useStateTitle } from "../use-titles.ts";
import "./duplicates.css";

interface DuplicateListProps {
  readonly items: readonly Duplicate[];
  /** Where given, what the server offers to merge can be merged from here. */
  readonly onMerge?: (merge: NonNullable<Duplicate["merge"]>) => void;
}

/** Cases that may be about the same, the likeliest first, each with why it is thought so. */
export function DuplicateList({ items, onMerge }: DuplicateListProps) {
  const { t } = useTranslation("case");
  const say = useSay();
  const stateTitle = useStateTitle();
  return (
    <ul className="case-duplicates">
      {items.map(({ case: one, nearCertain, distanceMetres, reasons, merge }) => (
        <li key={one.no}>
          <div>
            <Link to={`/cases/${encodeURIComponent(one.no)}`} target="_blank" rel="noreferrer">
              {one.title}
            </Link>{" "}
            {nearCertain && <Tag color="orange">{t("duplicates.nearCertain")}</Tag>}
          </div>
          <div className="case-faint">
            {stateTitle(one.procedure, one.state)} · {t("duplicates.apart", { count: Math.round(distanceMetres) })} ·{" "}
            {reasons.map((reason) => say(reason)).join("；")}
          </div>
          {merge && onMerge && (
            <Button size="small" onClick={() => onMerge(merge)}>
              {t("duplicates.merge")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
