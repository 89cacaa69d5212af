import type { Map as GlMap } from "maplibre-gl";
import { mapLights, type LightInk, type MapLight } from "./lights.ts";

/** Pixels of the screen to one of ours: icons stay sharp on fine screens. */
const ratio = 2;
/** Parts of a ring. */
export const ringParts = 24;
/** Outer radius of a cluster below 10, 100, 1,000 cases and above. */
const radii = [15, 18, 21, 25] as const;
const ringWidth = 5;

/** Draws the icons that the layers name, when they first need one: `lamp/red`, `ring/3/1/8/0/2`. */
export function provideIcons(map: GlMap, ink: LightInk): () => void {
  const draw = ({ id }: { id: string }) => {
    if (map.hasImage(id)) return;
    const [kind, ...rest] = id.split("/");
    const light = mapLights.find((one) => one === rest[0]);
    const image =
      kind === "lamp" && light ? lamp(light, ink) : kind === "ring" ? ring(rest.map(Number), ink) : undefined;
    if (image) map.addImage(id, image, { pixelRatio: ratio });
  };
  map.on("styleimagemissing", draw);
  return () => void map.off("styleimagemissing", draw);
}

function canvas(size: number): CanvasRenderingContext2D | undefined {
  const element = document.createElement("canvas");
  element.width = element.height = size * ratio;
  const context = element.getContext("2d", { willReadFrequently: true }) ?? undefined;
  context?.scale(ratio, ratio);
  return context;
}

const read = (context: CanvasRenderingContext2D) =>
  context.getImageData(0, 0, context.canvas.width, context.canvas.height);

/** A lamp whose shape says the same as its colour, as in the lists: disc, triangle, square. */
function lamp(light: MapLight, ink: LightInk): ImageData | undefined {
  const size = light === "done" ? 14 : 20;
  const context = canvas(size);
  if (!context) return undefined;
  const middle = size / 2;
  context.beginPath();
  if (light === "red") context.roundRect(middle - 6.5, middle - 6.5, 13, 13, 1.5);
  else if (light === "yellow") {
    context.moveTo(middle, middle - 8);
    context.lineTo(middle + 8.5, middle + 7);
    context.lineTo(middle - 8.5, middle + 7);
    context.closePath();
  } else context.arc(middle, middle, light === "done" ? 4 : 6.5, 0, Math.PI * 2);
  context.lineJoin = "round";
  context.lineWidth = 3;
  context.strokeStyle = ink.surface;
  context.stroke();
  context.fillStyle = light === "idle" ? ink.surface : ink.lights[light];
  context.fill();
  if (light === "idle") {
    context.lineWidth = 2.5;
    context.strokeStyle = ink.lights.idle;
    context.stroke();
  }
  return read(context);
}

/** A ring that shows how much of a cluster runs late, warns, is in time, has no clock; the rest is done. */
function ring(
  [red = 0, yellow = 0, green = 0, idle = 0, size = 0]: readonly number[],
  ink: LightInk,
): ImageData | undefined {
  const radius = radii[size] ?? radii[3];
  const middle = radius + 2;
  const context = canvas(middle * 2);
  if (!context) return undefined;
  context.beginPath();
  context.arc(middle, middle, radius + 1, 0, Math.PI * 2);
  context.fillStyle = ink.surface;
  context.fill();
  const parts: readonly (readonly [MapLight, number])[] = [
    ["red", red],
    ["yellow", yellow],
    ["green", green],
    ["idle", idle],
    ["done", Math.max(0, ringParts - red - yellow - green - idle)],
  ];
  let from = -Math.PI / 2;
  context.lineWidth = ringWidth;
  for (const [light, part] of parts) {
    const to = from + (part / ringParts) * Math.PI * 2;
    if (part > 0) {
      context.beginPath();
      context.arc(middle, middle, radius - ringWidth / 2, from, to);
      context.strokeStyle = ink.lights[light];
      context.stroke();
    }
    from = to;
  }
  return read(context);
}
