import { Marker } from "maplibre-gl";
import "./pin.css";

/** A pin whose point stands on the place. */
export function makePin(options: { readonly draggable?: boolean } = {}): Marker {
  const element = document.createElement("span");
  element.className = "map-pin";
  return new Marker({ element, anchor: "bottom", ...options });
}
