import { useTranslation } from "react-i18next";
import { useSay } from "../../../shared/words/index.ts";
import type { Evidence } from "../../../shared/case/index.ts";

/** What makes one look twice at a photo: a word each, the whole sentence on hover. Nothing where there is nothing. */
export function PhotoDoubts({ evidence }: { evidence: Evidence }) {
  const { t } = useTranslation("case");
  const say = useSay();
  if (evidence.doubts === undefined) return null;
  return (
    <ul className="case-doubts" aria-label={t("doubt.title")}>
      {evidence.doubts.map((doubt) => (
        <li key={doubt.code} title={say(doubt.message)}>
          {t(`doubt.${doubt.code}`)}
        </li>
      ))}
    </ul>
  );
}
