import { useTranslation } from "react-i18next";
import { useDark } from "../../../shared/theme/index.ts";
import { Lamp } from "../../../shared/ui/index.ts";
import { heatColours } from "../layers/heat-layers.ts";

/** What the signs on the map mean. */
export function Legend({ view, most }: { readonly view: "points" | "heat"; readonly most: number | undefined }) {
  const { t } = useTranslation("map");
  const { t: cases } = useTranslation("cases");
  const isDark = useDark();
  if (view === "heat")
    return (
      <section className="map-legend" aria-label={t("legend.label")}>
        <div className="map-legend-heat">
          <span>{t("legend.few")}</span>
          <i
            style={{ background: `linear-gradient(to right, ${heatColours[isDark ? "dark" : "light"].join(", ")})` }}
          />
          <span>{t("legend.many")}</span>
        </div>
        {most !== undefined && <span className="soft">{t("legend.most", { count: most })}</span>}
      </section>
    );
  return (
    <section className="map-legend" aria-label={t("legend.label")}>
      {(["red", "yellow", "green"] as const).map((colour) => (
        <span key={colour}>
          <Lamp colour={colour} />
          {cases(`counter.${colour}`)}
        </span>
      ))}
      <span>
        <i className="map-legend-idle" />
        {t("legend.idle")}
      </span>
      <span>
        <i className="map-legend-done" />
        {t("legend.done")}
      </span>
      <span className="map-legend-ring">{t("legend.ring")}</span>
    </section>
  );
}
