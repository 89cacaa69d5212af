import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { resolveQuery } from "../../shared/api/index.ts";
import { useSay } from "../../shared/words/index.ts";

/** Below this an answer is a hint; see the API. */
const sure = 0.3;

/** Whether the city's places are known by this name, said while it is typed. */
export function KnownAs({ name }: { readonly name: string }) {
  const { t } = useTranslation("places");
  const say = useSay();
  const words = useDeferredValue(name.trim());
  const found = useQuery({ ...resolveQuery(words), enabled: words.length >= 2, placeholderData: keepPreviousData });
  if (words.length < 2 || !found.data) return null;
  const [best] = found.data.points;
  if (best === undefined || best.score < sure) return <span>{t("correction.unknown")}</span>;
  return (
    <span>
      {t("correction.known", { reading: best.reading, area: best.areas.map((area) => say(area.name)).join(" ") })}
      {best.doubts.length > 0 && ` ${best.doubts.map((doubt) => say(doubt)).join("；")}`}
    </span>
  );
}
