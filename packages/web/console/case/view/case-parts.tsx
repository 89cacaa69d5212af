import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CaseDetail } from "@xiuhua/server/api";
import { useStateTitle } from "../use-titles.ts";
import { Card } from "./card.tsx";

type CaseLink = CaseDetail["links"][number];

/** A case that is bundled in this one, and keeps its own number. */
export const isPart = ({ relation, direction }: CaseLink): boolean => relation === "partOf" && direction === "to";

/** What this one bundles, each with where it stands; nothing where it bundles nothing. */
export function CaseParts({ links }: { links: readonly CaseLink[] }) {
  const { t } = useTranslation("case");
  const stateTitle = useStateTitle();
  const parts = links.filter(isPart);
  if (parts.length === 0) return null;
  return (
    <Card title={t("parts.title", { count: parts.length })}>
      <ol className="case-parts">
        {parts.map(({ no, about }) => (
          <li key={no}>
            <Link to={`/cases/${encodeURIComponent(no)}`} className="number">
              {no}
            </Link>
            <span className="case-parts-title">{about?.title ?? t("parts.hidden")}</span>
            {about && <span className="case-state">{stateTitle(about.procedure, about.state)}</span>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
