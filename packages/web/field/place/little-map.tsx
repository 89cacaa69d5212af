import { useRef } from "react";
import { usePack, type Point } from "../pack/index.ts";
import { Pin } from "./pin.tsx";
import "./place.css";
import { Sketch } from "./sketch.tsx";
import { useSize } from "./use-size.ts";
import { toPixels, type View } from "./view.ts";

interface LittleMapProps {
  readonly point: Point;
  /** Radius in metres within which it most likely lies. */
  readonly accuracy?: number | undefined;
  readonly own?: ReadonlySet<string> | undefined;
  /** Where the phone is: marked where the map reaches that far. */
  readonly here?: Point | undefined;
}

/** A look at where it is. */
export function LittleMap({ point, accuracy, own, here }: LittleMapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const view: View = { center: point, scale: 0.8 };
  const me = here && toPixels(view, size, here);
  return (
    <div ref={frame} className="place-little">
      <Sketch view={view} size={size} pack={usePack()} own={own}>
        {accuracy !== undefined && (
          <circle
            className="sketch-reach"
            cx={size.width / 2}
            cy={size.height / 2}
            r={Math.max(6, accuracy / view.scale)}
          />
        )}
        {me && <circle className="sketch-me" r="8" cx={me[0]} cy={me[1]} />}
        <Pin at={toPixels(view, size, point)} />
      </Sketch>
    </div>
  );
}
