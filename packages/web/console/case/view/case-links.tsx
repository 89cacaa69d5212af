import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CaseDetail } from "@xiuhua/server/api";

/** The cases that this one is merged with or repeats. */
export function CaseLinks({ links }: { links: CaseDetail["links"] }) {
  const { t } = useTranslation("case");
  return links.map(({ no, relation, direction }) => {
    const known = relation === "mergedInto" || relation === "duplicateOf" ? relation : "other";
    return (
      <div key={`${direction}-${relation}-${no}`} className="case-header-item">
        {t(`links.${direction}.${known}`)}{" "}
        <Link to={`/cases/${encodeURIComponent(no)}`} className="number">
          {no}
        </Link>
      </div>
    );
  });
}
