import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Input } from "antd";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { describeQuery } from "../../../../shared/api/index.ts";
import { useSay } from "../../../../shared/words/index.ts";
import type { Point } from "../../../../shared/map/index.ts";
import { locateQuery } from "../../map/places.ts";
import { PlaceMap } from "../../map/place-map.tsx";
import { asText, partOf, pointOf } from "../../../../shared/case/index.ts";
import { idOf, type ControlProps } from "../control.ts";
import { PlaceCandidates } from "./place-candidates.tsx";

/**
 * A point on the map and the words a person would use for it, either found from the other: a click on the map proposes
 * words, words propose points. Nobody's own words are overwritten. The grid says what area and cell the point lies in.
 */
export function PlaceField(props: ControlProps) {
  const { t } = useTranslation("case");
  const say = useSay();
  const client = useQueryClient();
  const point = pointOf(props.value);
  const text = asText(partOf(props.value, "text")) ?? "";
  const located = useQuery({ ...locateQuery(point ?? { lng: 0, lat: 0 }), enabled: point !== undefined });
  // Words come back later than the click that asked for them: by then the value may be another.
  const latest = useRef(props.value);
  const proposed = useRef("");
  useEffect(() => {
    latest.current = props.value;
  }, [props.value]);

  const change = (part: Partial<Point> & { text?: string }) => {
    const words = asText(partOf(latest.current, "text"));
    const next = { ...pointOf(latest.current), ...(words === undefined ? {} : { text: words }), ...part };
    latest.current = next.lng === undefined && !next.text ? undefined : next;
    props.onChange?.(latest.current);
  };
  const pick = async ({ lng, lat }: Point) => {
    change({ lng, lat });
    const said = await client.fetchQuery(describeQuery({ lng, lat })).catch(() => undefined);
    const now = pointOf(latest.current);
    const words = asText(partOf(latest.current, "text")) ?? "";
    if (!said?.text || now?.lng !== lng || now.lat !== lat || (words !== "" && words !== proposed.current)) return;
    proposed.current = said.text;
    change({ text: said.text });
  };
  return (
    <div className="case-place">
      <PlaceMap
        point={point}
        cell={located.data?.cell}
        onPick={(at) => void pick(at)}
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
        value={text}
        maxLength={200}
        placeholder={t("map.textHint")}
        onChange={(event) => change({ text: event.target.value })}
      />
      <PlaceCandidates text={text} point={point} onTake={(at) => change(at)} />
    </div>
  );
}
