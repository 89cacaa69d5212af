import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePack, type Point } from "../pack/index.ts";
import { Button, Icon, Notice, Sheet } from "../ui/index.ts";
import { useGestures } from "./gestures.ts";
import { Pin } from "./pin.tsx";
import "./place.css";
import { gazetteerOf } from "./roads.ts";
import { Sketch } from "./sketch.tsx";
import { useSize } from "./use-size.ts";
import { toPixels, zoomed, type View } from "./view.ts";

interface PlaceSheetProps {
  readonly point: Point | undefined;
  /** Where the phone is. */
  readonly here: Point | undefined;
  readonly own: ReadonlySet<string>;
  readonly onPick: (point: Point) => void;
  readonly onClose: () => void;
}

/** Tap where it really is. */
export function PlaceSheet({ point, here, own, onPick, onClose }: PlaceSheetProps) {
  const { t } = useTranslation("report");
  const pack = usePack();
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const [picked, setPicked] = useState(point);
  const [view, setView] = useState<View>(() => ({
    center: point ?? here ?? middleOf(pack?.cells[0]?.polygons) ?? { lng: 113.24, lat: 35.22 },
    scale: 0.6,
  }));
  const gestures = useGestures(view, size, setView, setPicked);
  return (
    <Sheet
      title={t("place.mapTitle")}
      tall
      onClose={onClose}
      foot={
        <Button kind="main" wide disabled={!picked} onClick={() => picked && onPick(picked)}>
          {t("place.use")}
        </Button>
      }
    >
      {!gazetteerOf(pack) && <Notice>{t("place.noRoads")}</Notice>}
      <div ref={frame} className="place-map" role="application" aria-label={t("place.mapTitle")} {...gestures}>
        <Sketch view={view} size={size} pack={pack} own={own}>
          {here && <circle className="sketch-me" r="8" {...at(toPixels(view, size, here))} />}
          {picked && <Pin at={toPixels(view, size, picked)} />}
        </Sketch>
      </div>
      <div className="place-tools">
        <button
          type="button"
          className="icon-button"
          aria-label={t("place.larger")}
          onClick={() => setView(zoomed(view, 0.6))}
        >
          <Icon name="plus" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={t("place.smaller")}
          onClick={() => setView(zoomed(view, 1.7))}
        >
          <Icon name="minus" />
        </button>
        {here && (
          <button
            type="button"
            className="icon-button"
            aria-label={t("place.here")}
            onClick={() => setView({ ...view, center: here })}
          >
            <Icon name="aim" />
          </button>
        )}
      </div>
    </Sheet>
  );
}

const at = ([cx, cy]: readonly [number, number]) => ({ cx, cy });

function middleOf(polygons: readonly (readonly (readonly number[][])[])[] | undefined): Point | undefined {
  const corner = polygons?.[0]?.[0]?.[0];
  return corner?.[0] === undefined || corner[1] === undefined ? undefined : { lng: corner[0], lat: corner[1] };
}
