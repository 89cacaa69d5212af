import { useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { asText, partOf, pointOf } from "../../../shared/case/index.ts";
import { usePack } from "../../pack/index.ts";
import { LittleMap, PlaceSheet, usePlaceWords } from "../../place/index.ts";
import { Button } from "../../ui/index.ts";
import type { ControlProps } from "../../../shared/phone/index.ts";

const none: ReadonlySet<string> = new Set();

/** A point and its words; a new point gets new words, which may be changed. */
export function PlaceField({ id, value, onChange, around }: ControlProps) {
  const { t } = useTranslation("task");
  const [picking, setPicking] = useState(false);
  const point = pointOf(value);
  const written = asText(partOf(value, "text"));
  const described = usePlaceWords(usePack(), point);
  const text = written ?? described ?? "";
  const propose = useEffectEvent((words: string) => onChange({ ...point, text: words }));
  // Words that the phone proposes are part of the place once they are shown.
  useEffect(() => {
    if (written === undefined && described !== undefined) propose(described);
  }, [written, described]);
  return (
    <div className="card form-place">
      {point && <LittleMap point={point} />}
      <Button kind="quiet" icon="pin" onClick={() => setPicking(true)}>
        {t(point ? "form.movePlace" : "form.setPlace")}
      </Button>
      <textarea
        id={id}
        className="input"
        rows={1}
        maxLength={200}
        value={text}
        onChange={(event) => onChange({ ...point, text: event.target.value })}
      />
      {picking && (
        <PlaceSheet
          point={point ?? around.place}
          here={undefined}
          own={none}
          onClose={() => setPicking(false)}
          onPick={({ lng, lat }) => {
            onChange({ lng, lat });
            setPicking(false);
          }}
        />
      )}
    </div>
  );
}
