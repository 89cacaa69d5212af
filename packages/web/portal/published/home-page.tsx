import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Empty, Icon, Notice } from "../../shared/phone/index.ts";
import { useProblemText } from "../../shared/ui/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { Page, useCity } from "../page.tsx";
import { ownWords } from "./own-words.ts";
import { usePublished } from "./queries.ts";

export function HomePage() {
  const { t } = useTranslation("portal");
  const say = useSay();
  const problem = useProblemText();
  const city = useCity();
  const { data, error } = usePublished();
  return (
    <Page title={city ? t("of", { city: say(city.name) }) : t("title")}>
      <h2 className="section-title">{t("published")}</h2>
      {error && <Notice tone="bad">{problem(error)}</Notice>}
      {data?.length === 0 && <Empty icon="search">{t("noneYet")}</Empty>}
      {data?.map(({ id, title }) => {
        const own = ownWords(id);
        return (
          <Link key={id} to={`/p/${id}`} className="card portal-door">
            <span className="portal-door-words">
              <strong>{say(title)}</strong>
              {own && <span className="small faint">{t(`hint.${own}`)}</span>}
            </span>
            <Icon name="next" />
          </Link>
        );
      })}
    </Page>
  );
}
