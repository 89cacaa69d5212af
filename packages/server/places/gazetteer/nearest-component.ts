import type { ComponentListQuery, ComponentPage } from "../../api/index.ts";

/** As much of the components as is asked here: that folder stands on this one. */
export interface ComponentsNear {
  list(query: ComponentListQuery): Promise<ComponentPage>;
}

/** Farther than this a component is no help in finding a place, metres. Our own choice. */
const reachMetres = 50;
const metresPerDegree = 111_195;

/** The component nearest to a point, if one is near at all. */
export async function nearestComponent(components: ComponentsNear, lng: number, lat: number) {
  const north = reachMetres / metresPerDegree;
  const east = north / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  const corners = [lng - east, lat - north, lng + east, lat + north].map((degrees) => degrees.toFixed(7));
  const { items } = await components.list({
    box: corners.join(),
    near: `${lng.toFixed(7)},${lat.toFixed(7)}`,
    limit: 1,
  });
  const [nearest] = items;
  if (nearest?.distanceMetres === undefined || nearest.distanceMetres > reachMetres) return undefined;
  return { code: nearest.code, name: nearest.name, distanceMetres: nearest.distanceMetres };
}
