import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { useTranslation } from "react-i18next";
import { useSay } from "../../../../shared/words/index.ts";
import { locateQuery, type Point } from "../../map/places.ts";
import { PlaceMap } from "../../map/place-map.tsx";
import { asNumber, asText, idOf, type ControlProps } from "../control.ts";

/** A point on the map and the words a person would use for it; the grid says what area and cell it lies in. */
export function PlaceField(props: ControlProps) {
  const { t } = useTranslation("case");
  const say = useSay();
  const point = pointOf(props.value);
  const text = partOf(props.value, "text");
  const located = useQuery({ ...locateQuery(point ?? { lng: 0, lat: 0 }), enabled: point !== undefined });
  const change = (part: Partial<Point> & { text?: string }) => {
    const next = { ...point, ...(asText(text) === undefined ? {} : { text }), ...part };
    props.onChange?.(next.lng === undefined && !next.text ? undefined : next);
  };
  return (
    <div className="case-place">
      <PlaceMap
        point={point}
        cell={located.data?.cell}
        onPick={({ lng, lat }) => change({ lng, lat })}
        label={t("map.pick")}
        className="case-place-map"
      />
      <div className="case-place-where">
        {!point && t("map.pick")}
        {point && located.isPending && t("map.locating")}
        {point && located.isError && <strong className="case-bad">{t("map.outside")}</strong>}
        {located.data && point && (
          <>
            <span>{located.data.areas.map((area) => say(area.name)).join(" ")}</span>
            {located.data.cell !== undefined && (
              <span className="case-faint number">{t("map.cell", { cell: located.data.cell })}</span>
            )}
          </>
        )}
        {point && (
          <span className="case-faint number">
            {point.lng.toFixed(6)}, {point.lat.toFixed(6)}
          </span>
        )}
      </div>
      <Input
        {...idOf(props)}
        value={asText(text) ?? ""}
        maxLength={200}
        placeholder={t("map.textHint")}
        onChange={(event) => change({ text: event.target.value })}
      />
    </div>
  );
}

function pointOf(value: unknown): Point | undefined {
  const lng = asNumber(partOf(value, "lng"));
  const lat = asNumber(partOf(value, "lat"));
  return lng === undefined || lat === undefined ? undefined : { lng, lat };
}

function partOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
