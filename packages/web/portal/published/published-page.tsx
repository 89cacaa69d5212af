import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { Button, Empty, Notice } from "../../shared/phone/index.ts";
import { useProblemText } from "../../shared/ui/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { Page } from "../page.tsx";
import { ownWords } from "./own-words.ts";
import { PublishedCard } from "./published-card.tsx";
import { usePublished, usePublishedCases } from "./queries.ts";

/** What one procedure publishes, newest first. */
export function PublishedPage() {
  const { t } = useTranslation("portal");
  const { t: common } = useTranslation();
  const say = useSay();
  const problem = useProblemText();
  const { procedure = "" } = useParams();
  const [typed, setTyped] = useState("");
  const q = useDeferredValue(typed.trim());
  const title = usePublished().data?.find(({ id }) => id === procedure)?.title;
  const { data, error, hasNextPage, isFetching, isPending, fetchNextPage } = usePublishedCases(procedure, q);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const own = ownWords(procedure);
  return (
    <Page title={title ? say(title) : t("title")} back="/">
      {own && <Notice>{t(`about.${own}`)}</Notice>}
      <input
        className="input"
        type="search"
        aria-label={t("search")}
        placeholder={t("search")}
        maxLength={100}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {error && <Notice tone="bad">{problem(error)}</Notice>}
      {isPending && <p className="faint">{common("loading")}</p>}
      {data && items.length === 0 && <Empty icon="search">{q === "" ? t("noneYet") : t("nothingFound", { q })}</Empty>}
      <ul className="portal-list">
        {items.map((item) => (
          <PublishedCard key={item.no} item={item} />
        ))}
      </ul>
      {hasNextPage && (
        <Button wide disabled={isFetching} onClick={() => void fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </Page>
  );
}
