import { useTranslation } from "react-i18next";
import type { CaseDetail } from "@xiuhua/server/api";
import { useSay } from "../../../shared/words/index.ts";
import { PlaceMap } from "../map/place-map.tsx";
import { Card } from "./card.tsx";

export function CasePlace({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation("case");
  const say = useSay();
  const { place, cell, area } = detail;
  if (!place) return null;
  return (
    <Card title={t("section.map")}>
      <PlaceMap point={place} cell={cell} label={t("section.map")} className="case-place-small" />
      <div className="case-place-words">
        <strong>{place.text}</strong>
        <span className="case-faint number">
          {[
            area && say(area.name),
            cell !== undefined && t("map.cell", { cell }),
            `${place.lng.toFixed(6)}, ${place.lat.toFixed(6)}`,
          ]
            .filter(Boolean)
            .join("　")}
        </span>
      </div>
    </Card>
  );
}
