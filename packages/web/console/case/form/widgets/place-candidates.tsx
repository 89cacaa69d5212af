import { EnvironmentOutlined } from "@ant-design/icons";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { resolveQuery } from "../../../../shared/api/index.ts";
import { useSay } from "../../../../shared/words/index.ts";
import type { Point } from "../../../../shared/map/index.ts";
import { metresBetween } from "../../map/distance.ts";

interface PlaceCandidatesProps {
  readonly text: string;
  readonly point: Point | undefined;
  readonly onTake: (point: Point) => void;
}

/** Fewer characters name no place. */
const shortest = 4;
const most = 3;
/** Below this an answer is a hint; see the API. */
const sure = 0.3;

/** Where the words may be, each to be taken with a click. Nothing is shown when the point agrees with them. */
export function PlaceCandidates({ text, point, onTake }: PlaceCandidatesProps) {
  const { t } = useTranslation("case");
  const say = useSay();
  const words = useDeferredValue(text.trim());
  const found = useQuery({
    ...resolveQuery(words),
    enabled: words.length >= shortest,
    placeholderData: keepPreviousData,
  });
  if (words.length < shortest || !found.data) return null;
  const points = found.data.points.filter((one) => one.areas.length > 0).slice(0, most);
  const [best] = points;
  if (!best) return <div className="case-hint">{t("map.notFound")}</div>;
  if (point && metresBetween(point, best) <= best.radius) return null;
  return (
    <section className="case-candidates" aria-label={t("map.candidates")}>
      <div className="case-hint">
        {t(point ? "map.candidatesElsewhere" : "map.candidates")}
        {point && best.score >= sure && ` ${t("map.apart", { count: Math.round(metresBetween(point, best)) })}`}
      </div>
      {points.map((one) => (
        <button
          key={`${one.lng},${one.lat}`}
          type="button"
          className="case-candidate"
          data-sure={one.score >= sure}
          onClick={() => onTake({ lng: one.lng, lat: one.lat })}
        >
          <EnvironmentOutlined aria-hidden />
          <span>{one.reading}</span>
          <span className="case-faint">
            {one.areas.map((area) => say(area.name)).join(" ")} · {t("map.radius", { count: Math.round(one.radius) })}
          </span>
          {one.doubts.length > 0 && (
            <span className="case-doubt">{one.doubts.map((doubt) => say(doubt)).join("；")}</span>
          )}
        </button>
      ))}
    </section>
  );
}
