import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldPack } from "@xiuhua/server/api";
import type { Point } from "../../pack/index.ts";
import { aroundAll, useGestures, useSize, zoomed, type View } from "../../place/index.ts";
import { Icon, Sheet } from "../../ui/index.ts";
import type { Walk } from "./use-walk.ts";
import { WalkSketch } from "./walk-sketch.tsx";

interface WalkSheetProps {
  readonly walk: Walk;
  readonly pack: FieldPack | undefined;
  /** What is shown first. */
  readonly sight: readonly Point[];
  readonly onClose: () => void;
}

/** The same to drag and pinch. */
export function WalkSheet({ walk, pack, sight, onClose }: WalkSheetProps) {
  const { t } = useTranslation("patrol");
  const { t: report } = useTranslation("report");
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const [moved, setMoved] = useState<View>();
  const view = moved ?? aroundAll(sight, size) ?? { center: { lng: 0, lat: 0 }, scale: 1 };
  const gestures = useGestures(
    view,
    size,
    (next) => setMoved((now) => (typeof next === "function" ? next(now ?? view) : next)),
    () => undefined,
  );
  const last = walk.points.at(-1);
  return (
    <Sheet title={t("walk.title")} tall onClose={onClose}>
      <div ref={frame} className="place-map" role="application" aria-label={t("walk.title")} {...gestures}>
        <WalkSketch view={view} size={size} pack={pack} walk={walk} />
      </div>
      <div className="place-tools">
        <button
          type="button"
          className="icon-button"
          aria-label={report("place.larger")}
          onClick={() => setMoved(zoomed(view, 0.6))}
        >
          <Icon name="plus" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={report("place.smaller")}
          onClick={() => setMoved(zoomed(view, 1.7))}
        >
          <Icon name="minus" />
        </button>
        {last && (
          <button
            type="button"
            className="icon-button"
            aria-label={report("place.here")}
            onClick={() => setMoved({ ...view, center: last })}
          >
            <Icon name="aim" />
          </button>
        )}
      </div>
      <p className="walk-legend small">
        <span data-kind="own">{t("walk.legendOwn")}</span>
        <span data-kind="walked">{t("walk.legendWalked")}</span>
        <span data-kind="way">{t("walk.legendWay")}</span>
      </p>
    </Sheet>
  );
}
