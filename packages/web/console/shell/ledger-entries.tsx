import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { proceduresQuery } from "../../shared/api/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { countsQuery } from "../cases/list/case-queries.ts";
import { useMe } from "../session/index.ts";
import { Entry } from "./entry.tsx";

/** 台账: a list for each procedure in which this person has a part. */
export function LedgerEntries({ folded }: { folded: boolean }) {
  const { t } = useTranslation("shell");
  const say = useSay();
  const me = useMe();
  const { data: procedures = [] } = useQuery(proceduresQuery);
  const { data: counts } = useQuery(countsQuery({ queue: "mine" }));
  const roles = new Set(me.grants.map((grant) => grant.role));
  const mine = procedures.filter(
    (one) =>
      one.openings.length > 0 ||
      Object.keys(one.roles).some((role) => roles.has(role)) ||
      counts?.states.some((state) => state.procedure === one.id),
  );
  if (mine.length === 0) return null;
  return (
    <section className="navigation-group" aria-label={t("nav.ledgers")}>
      {!folded && <span className="navigation-group-title">{t("nav.ledgers")}</span>}
      {mine.map(({ id, title }) => (
        <Entry
          key={id}
          folded={folded}
          to={`/cases?procedure=${id}`}
          // Its first character tells one ledger from another where the navigation is folded.
          icon={<span className="navigation-glyph">{say(title).slice(0, 1)}</span>}
          label={say(title)}
        />
      ))}
    </section>
  );
}
