import type { ExpressionSpecification } from "maplibre-gl";

/** How a case on the map is told apart: by its clock while it is open, as done afterwards. */
export type MapLight = "red" | "yellow" | "green" | "idle" | "done";
export const mapLights: readonly MapLight[] = ["red", "yellow", "green", "idle", "done"];

export interface LightInk {
  readonly lights: Readonly<Record<MapLight, string>>;
  readonly surface: string;
  readonly text: string;
}

/** The console's own colours for its clocks (`base.css`), as they stand for the theme now. */
export function lightInk(): LightInk {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string) => style.getPropertyValue(name).trim();
  return {
    lights: {
      red: value("--light-red"),
      yellow: value("--light-yellow-lamp"),
      green: value("--light-green"),
      idle: value("--text-faint"),
      done: value("--line-strong"),
    },
    surface: value("--surface"),
    text: value("--text"),
  };
}

/** The light of a single case at this moment (milliseconds since 1970): its tile brings the times, not the light. */
export function lightNow(now: number): ExpressionSpecification {
  const seconds = now / 1000;
  return [
    "case",
    ["get", "final"],
    "done",
    ["!", ["has", "due"]],
    "idle",
    ["<", ["get", "due"], seconds],
    "red",
    ["all", ["has", "warn"], ["<", ["get", "warn"], seconds]],
    "yellow",
    "green",
  ];
}
