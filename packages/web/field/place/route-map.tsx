import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { usePack, type Point } from "../pack/index.ts";
import "./place.css";
import { Sketch } from "./sketch.tsx";
import { useSize } from "./use-size.ts";
import { aroundAll, toPixels } from "./view.ts";

/** Half a stop's mark, in pixels. */
const edge = 14;

interface RouteMapProps {
  readonly here: Point | undefined;
  /** Where to go, in order. */
  readonly way: readonly Point[];
}

/** The whole way at a look: a line from where one stands through the stops, each with its number. */
export function RouteMap({ here, way }: RouteMapProps) {
  const { t } = useTranslation("task");
  const frame = useRef<HTMLElement>(null);
  const size = useSize(frame);
  const points = [...(here ? [here] : []), ...way];
  const view = aroundAll(points, size, edge);
  const pack = usePack();
  return (
    <figure ref={frame} className="place-route" aria-label={t("route.map")}>
      {view && (
        <Sketch view={view} size={size} pack={pack}>
          <polyline
            className="sketch-way"
            points={points.map((point) => toPixels(view, size, point).map((at) => at.toFixed(1))).join(" ")}
          />
          {here && <circle className="sketch-me" r="8" {...centre(toPixels(view, size, here))} />}
          {/* The next one lies on top where they crowd. */}
          {way
            .map((point, at) => ({ at, spot: toPixels(view, size, point) }))
            .toReversed()
            .map(({ at, spot: [x, y] }) => (
              <g key={at} className="sketch-stop" transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
                <circle r="12" />
                <text>{at + 1}</text>
              </g>
            ))}
        </Sketch>
      )}
    </figure>
  );
}

const centre = ([cx, cy]: readonly [number, number]) => ({ cx, cy });
