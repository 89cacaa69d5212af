import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { cityTime, useNow } from "../../../shared/time/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { fieldMeQuery } from "../../online/index.ts";
import "./news.css";

/** What the centre says today. */
export function WordsCard() {
  const { t } = useTranslation("patrol");
  const say = useSay();
  const now = useNow();
  const { data: me } = useQuery({ ...fieldMeQuery, refetchInterval: 60_000, refetchOnMount: "always" });
  // Without a network an old one may still be here that is over.
  const words = me?.bulletins.filter(({ until }) => Date.parse(until) > now) ?? [];
  if (words.length === 0) return null;
  return (
    <section className="card news" aria-labelledby="words-title">
      <h2 id="words-title">{t("words.title")}</h2>
      <ul>
        {words.map(({ id, text, by, at }) => (
          <li key={id}>
            <p>{say(text)}</p>
            <p className="faint small">
              {say(by.name)} · {cityTime(at).format("MM-DD HH:mm")}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
