import type { FieldPack } from "@xiuhua/server/api";
import { Sketch, toPixels, type Size, type View } from "../../place/index.ts";
import { waysOf } from "./track.ts";
import type { Walk } from "./use-walk.ts";

interface WalkSketchProps {
  readonly view: View;
  readonly size: Size;
  readonly pack: FieldPack | undefined;
  readonly walk: Walk;
}

/** My grid, what I walked of it, my way, and where I was last. */
export function WalkSketch({ view, size, pack, walk }: WalkSketchProps) {
  const last = walk.points.at(-1);
  const [cx, cy] = last ? toPixels(view, size, last) : [];
  return (
    <Sketch view={view} size={size} pack={pack} own={walk.own} walked={walk.walked}>
      {waysOf(walk.points).map((way) => (
        <polyline
          key={way[0]?.at}
          className="sketch-way"
          points={way
            .map((point) =>
              toPixels(view, size, point)
                .map((at) => at.toFixed(1))
                .join(),
            )
            .join(" ")}
        />
      ))}
      {last && <circle className="sketch-me" r="8" cx={cx} cy={cy} />}
    </Sketch>
  );
}
