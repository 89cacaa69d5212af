import type { Page } from "playwright-core";

export interface Point {
  readonly lng: number;
  readonly lat: number;
}

/**
 * Sets a point on the form's map with nothing but clicks, reading where each one fell, as a patient person would:
 * two clicks tell the scale, a third falls near, then the map is brought close and the same is done again.
 */
export async function pickOnMap(page: Page, wanted: Point): Promise<Point> {
  const map = page.getByRole("region", { name: "点击地图选点" }).first();
  // The map takes clicks from the moment it shows the cross.
  await map.locator('canvas[style*="crosshair"]').waitFor();
  const box = await map.boundingBox();
  if (!box) throw new Error("The map is not on the page");
  const near = { x: box.width * 0.36, y: box.height * 0.36 };
  const far = { x: box.width * 0.64, y: box.height * 0.64 };
  let last = "nowhere";

  const click = async (position: { x: number; y: number }): Promise<Point> => {
    await map.click({ position });
    const shown = page.getByText(/^\d+\.\d{6}, \d+\.\d{6}$/u).filter({ hasNotText: last });
    last = await shown.first().innerText();
    const [lng = Number.NaN, lat = Number.NaN] = last.split(", ").map(Number);
    return { lng, lat };
  };
  const approach = async (): Promise<Point> => {
    const [one, other] = [await click(near), await click(far)];
    const across = (other.lng - one.lng) / (far.x - near.x);
    const down = (other.lat - one.lat) / (far.y - near.y);
    return click({
      x: Math.round(near.x + (wanted.lng - one.lng) / across),
      y: Math.round(near.y + (wanted.lat - one.lat) / down),
    });
  };
  await approach();
  // The pin bears this name too; the tool that goes to it stands after it.
  await map.getByRole("button", { name: "案件位置" }).last().click();
  return approach();
}

/** Metres between two points of the city, close enough over a few streets. */
export function metres(one: Point, other: Point): number {
  const degree = 111_320;
  const east = (one.lng - other.lng) * degree * Math.cos((one.lat * Math.PI) / 180);
  return Math.hypot(east, (one.lat - other.lat) * degree);
}
