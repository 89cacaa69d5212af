import { Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Point } from "../../shared/map/index.ts";
import { PlaceCandidates } from "../case/form/widgets/place-candidates.tsx";
import { PlaceMap } from "../case/map/place-map.tsx";

interface PointFieldProps {
  readonly id?: string;
  readonly value?: Point;
  readonly onChange?: (point: Point) => void;
}

/** A point, clicked on the map or found by words. */
export function PointField({ id, value, onChange }: PointFieldProps) {
  const { t } = useTranslation("places");
  const [words, setWords] = useState("");
  return (
    <div className="places-point">
      <Input
        {...(id === undefined ? {} : { id })}
        value={words}
        maxLength={200}
        placeholder={t("correction.find")}
        onChange={(event) => setWords(event.target.value)}
      />
      <PlaceCandidates text={words} point={value} onTake={(at) => onChange?.(at)} />
      <PlaceMap
        point={value}
        onPick={(at) => onChange?.(at)}
        label={t("correction.pick")}
        className="places-point-map"
      />
      {value && (
        <span className="places-faint number">
          {value.lng.toFixed(6)}, {value.lat.toFixed(6)}
        </span>
      )}
    </div>
  );
}
