import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CaseDetail } from "@xiuhua/server/api";
import { isPart } from "./case-parts.tsx";

const relations = ["mergedInto", "duplicateOf", "partOf", "praises", "arisesFrom"] as const;

/** The matters that this one is merged with, repeats, belongs to or earned; its own parts have a card. */
export function CaseLinks({ links }: { links: CaseDetail["links"] }) {
  const { t } = useTranslation("case");
  return links
    .filter((link) => !isPart(link))
    .map(({ no, relation, direction, about }) => (
      <div key={`${direction}-${relation}-${no}`} className="case-header-item">
        {t(`links.${direction}.${relations.find((one) => one === relation) ?? "other"}`)}{" "}
        <Link to={`/cases/${encodeURIComponent(no)}`} className="number" title={about?.title}>
          {no}
        </Link>
      </div>
    ));
}
