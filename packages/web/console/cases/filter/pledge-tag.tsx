import { useQuery } from "@tanstack/react-query";
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { unitsQuery } from "../../../shared/api/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import type { ListFilter } from "./list-filter.ts";

/** Which pledge the list is about, and whose: it came from the board, and goes with a click. */
export function PledgeTag({ filter, onClose }: { readonly filter: ListFilter; readonly onClose: () => void }) {
  const { t } = useTranslation("pledges");
  const say = useSay();
  const units = useQuery(unitsQuery);
  const { pledge, pledgeUnit } = filter;
  if (pledge === undefined) return null;
  const named = units.data?.find(({ id }) => id === pledgeUnit)?.name;
  const unit =
    pledgeUnit === undefined ? t("anyUnit") : pledgeUnit === "-" ? t("centre") : say(named ?? same(pledgeUnit));
  return (
    <Tag closable className="filter-pledge" onClose={onClose}>
      {t("filter", { pledge: t(`short.${pledge}`), unit })}
    </Tag>
  );
}

const same = (text: string) => ({ zh: text, en: text });
