import type { Map as GlMap } from "maplibre-gl";

/** Parts of the map that can be shown and hidden, each with its layers. */
const groups = {
  grid: ["cells"],
  responsibility: ["grid-tints", "grid-names"],
  components: ["components", "component-names"],
  names: [
    "door-numbers",
    "place-names",
    "water-names",
    "road-names",
    "community-names",
    "sub-district-names",
    "district-names",
    "basemap-labels",
  ],
} as const;
export type LayerGroup = keyof typeof groups;
export const layerGroups: readonly LayerGroup[] = ["names", "grid", "responsibility", "components"];

/** Shown where nobody chose otherwise. */
export const usualGroups: readonly LayerGroup[] = ["names", "grid"];

/** From which zoom each has anything to show. */
export const groupsFrom: Readonly<Record<LayerGroup, number>> = {
  names: 0,
  grid: 14,
  responsibility: 14,
  components: 16,
};

/** Groups of which something can be seen now. */
export function groupsInSight(map: GlMap): LayerGroup[] {
  return layerGroups.filter((group) => {
    const layers = groups[group].filter((id) => map.getLayer(id));
    return layers.length > 0 && map.queryRenderedFeatures({ layers }).length > 0;
  });
}

/** Shows these groups and hides the others. */
export function showGroups(map: GlMap, shown: ReadonlySet<LayerGroup>): void {
  for (const group of layerGroups)
    for (const id of groups[group])
      if (map.getLayer(id)) map.setLayoutProperty(id, "visibility", shown.has(group) ? "visible" : "none");
}
