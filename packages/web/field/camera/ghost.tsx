import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EvidenceReference } from "@xiuhua/server/api";
import { usePicture } from "../pictures/index.ts";
import { BlobPicture } from "../ui/index.ts";
import "./ghost.css";

/** A photo of the same place from before. */
export type Earlier = Pick<EvidenceReference, "hash" | "kind">;

/** As many as fit across a phone. */
const most = 4;

/**
 * The earlier photo, half transparent over the viewfinder, so that the same view is taken. It can be made stronger or
 * weaker, changed for another, or taken off by a tap on the one that is on.
 */
export function Ghost({ earlier }: { earlier: readonly Earlier[] }) {
  const { t } = useTranslation("task");
  const [chosen, setChosen] = useState(earlier[0]);
  const [strength, setStrength] = useState(40);
  const blob = usePicture(chosen?.hash, "large");
  return (
    <>
      {blob && (
        <div className="ghost" style={{ opacity: strength / 100 }}>
          <BlobPicture blob={blob} alt="" />
        </div>
      )}
      <div className="ghost-tools">
        {chosen && (
          <input
            type="range"
            min={10}
            max={90}
            value={strength}
            aria-label={t("ghost.strength")}
            onChange={(event) => setStrength(Number(event.target.value))}
          />
        )}
        <fieldset className="ghost-choices">
          <legend className="sr-only">{t("ghost.label")}</legend>
          {earlier.slice(0, most).map((one) => (
            <Choice
              key={one.hash}
              photo={one}
              on={one.hash === chosen?.hash}
              onPress={() => setChosen(one.hash === chosen?.hash ? undefined : one)}
            />
          ))}
        </fieldset>
      </div>
    </>
  );
}

function Choice({ photo, on, onPress }: { photo: Earlier; on: boolean; onPress: () => void }) {
  const { t } = useTranslation("report");
  const { t: task } = useTranslation("task");
  const blob = usePicture(photo.hash, "small");
  return (
    <button type="button" className="ghost-choice" aria-pressed={on} onClick={onPress}>
      <BlobPicture blob={blob} alt="" />
      <span>{on ? task("ghost.off") : t(`kind.${photo.kind}`)}</span>
      <span className="sr-only">{t(`kind.${photo.kind}`)}</span>
    </button>
  );
}
