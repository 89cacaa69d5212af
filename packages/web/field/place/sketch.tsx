import { useMemo, type ReactNode } from "react";
import type { GazetteerData, RoadLine } from "@xiuhua/core/place";
import type { FieldPack } from "@xiuhua/server/api";
import { gazetteerOf, widthOf } from "./roads.ts";
import "./sketch.css";
import { nearView, toPixels, type Size, type View } from "./view.ts";

interface SketchProps {
  readonly view: View;
  readonly size: Size;
  readonly pack: FieldPack | undefined;
  /** Cells of one's own grid: tinted. */
  readonly own?: ReadonlySet<string> | undefined;
  /** Cells that were walked: tinted more. */
  readonly walked?: ReadonlySet<string> | undefined;
  readonly children?: ReactNode;
}

/** Roads and grid cells out of the pack, drawn by ourselves: a map that needs no network. */
export function Sketch({ view, size, pack, own, walked, children }: SketchProps) {
  const path = (line: readonly (readonly number[])[]) =>
    `M${line.map(([lng = 0, lat = 0]) => toPixels(view, size, { lng, lat }).map((at) => at.toFixed(1))).join("L")}`;
  const cells = (pack?.cells ?? []).filter((cell) => nearView(view, size, cell.polygons[0]?.[0] ?? []));
  const gazetteer = gazetteerOf(pack);
  const roads = useRoads(gazetteer, view, size);
  const wide = (road: RoadLine) => Math.max(1.5, widthOf(road) / view.scale);
  return (
    <svg className="sketch" width={size.width} height={size.height} aria-hidden="true">
      <rect className="sketch-ground" width="100%" height="100%" />
      {view.scale < 6 &&
        cells.map((cell) => (
          <path
            key={cell.code}
            className="sketch-cell"
            data-own={own?.has(cell.code) || undefined}
            data-walked={walked?.has(cell.code) || undefined}
            d={cell.polygons.flatMap((rings) => rings.map((ring) => `${path(ring)}Z`)).join("")}
          />
        ))}
      {roads.map((road) => (
        <path key={road.id} className="sketch-edge" d={path(road.line)} strokeWidth={wide(road) + 2} />
      ))}
      {roads.map((road) => (
        <path key={road.id} className="sketch-road" d={path(road.line)} strokeWidth={wide(road)} />
      ))}
      {labels(roads, view, size).map(({ name, x, y, turn }) => (
        <text key={name} className="sketch-name" transform={`translate(${x} ${y}) rotate(${turn})`}>
          {name}
        </text>
      ))}
      {children}
    </svg>
  );
}

/** Beyond this many metres a pixel only the bigger roads are drawn: a phone has little to draw with. */
const farScale = 3;

function useRoads(gazetteer: GazetteerData | undefined, view: View, size: Size): readonly RoadLine[] {
  return useMemo(() => {
    const all = gazetteer?.roads ?? [];
    const big = view.scale > farScale ? all.filter((road) => widthOf(road) > 9) : all;
    return big.filter((road) => nearView(view, size, road.line));
  }, [gazetteer, view, size]);
}

/** Each road's name once, along its longest straight piece in the window. */
function labels(roads: readonly RoadLine[], view: View, size: Size) {
  const best = new Map<string, { length: number; x: number; y: number; turn: number }>();
  for (const { name, line } of roads) {
    if (name === "") continue;
    const points = line.map(([lng, lat]) => toPixels(view, size, { lng, lat }));
    for (const [at, [x, y]] of points.entries()) {
      const next = points[at + 1];
      if (!next) break;
      const middle = { x: (x + next[0]) / 2, y: (y + next[1]) / 2 };
      const length = Math.hypot(next[0] - x, next[1] - y);
      const inside = middle.x > 20 && middle.x < size.width - 20 && middle.y > 12 && middle.y < size.height - 12;
      if (!inside || length < name.length * 13 || length <= (best.get(name)?.length ?? 0)) continue;
      const turn = (Math.atan2(next[1] - y, next[0] - x) * 180) / Math.PI;
      best.set(name, { length, ...middle, turn: turn > 90 ? turn - 180 : turn < -90 ? turn + 180 : turn });
    }
  }
  return [...best].map(([name, place]) => ({ name, ...place }));
}
