import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { ListFilter } from "./list-filter.ts";

/** Which outcome the list is about: it came from the enterprises' board, and goes with a click. */
export function SolvedTag({ filter, onClose }: { readonly filter: ListFilter; readonly onClose: () => void }) {
  const { t } = useTranslation("enterprises");
  if (filter.solved === undefined) return null;
  return (
    <Tag closable className="filter-pledge" onClose={onClose}>
      {t(`outcome.${filter.solved}`)}
    </Tag>
  );
}
