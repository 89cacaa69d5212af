import { EnvironmentOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { resolveQuery } from "../../shared/api/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { placeTarget } from "./search-target.ts";
import { useSettled } from "./use-settled.ts";

/** Fewer characters name no place. */
const shortest = 4;
/** Below this an answer is a hint; see the API. */
const sure = 0.3;
const most = 4;
/** Milliseconds without a key before the words are asked about. */
const pause = 250;

interface PlaceHintsProps {
  readonly text: string;
  readonly onGo: (target: string) => void;
}

/** Under the search box: where the words may be, each one a way to the map. Nothing where they name no place. */
export function PlaceHints({ text, onGo }: PlaceHintsProps) {
  const { t } = useTranslation("shell");
  const say = useSay();
  const words = useSettled(text.trim(), pause);
  // Letters on their way to becoming Chinese ones name no place.
  const asks = words.length >= shortest && /\p{Script=Han}/u.test(words);
  const found = useQuery({ ...resolveQuery(words), enabled: asks });
  const places = (found.data?.points ?? []).filter((one) => one.score >= sure && one.areas.length > 0);
  if (!asks || places.length === 0 || text.trim() === "") return null;
  return (
    <section className="header-places" aria-label={t("search.places")}>
      {places.slice(0, most).map((place) => (
        <button key={placeTarget(place)} type="button" onClick={() => onGo(placeTarget(place))}>
          <EnvironmentOutlined aria-hidden />
          <span>{place.reading}</span>
          <small>
            {place.areas.map((area) => say(area.name)).join(" ")} ·{" "}
            {t("search.radius", { count: Math.round(place.radius) })}
          </small>
        </button>
      ))}
    </section>
  );
}
