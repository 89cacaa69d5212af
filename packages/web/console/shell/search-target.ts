/** Where a search leads: a whole case number (17 digits) to its case, other words to the list; nothing nowhere. */
export function searchTarget(text: string): string | undefined {
  const words = text.trim().replaceAll(/\s+/g, " ");
  if (words === "") return undefined;
  if (/^\d{17}$/.test(words)) return `/cases/${words}`;
  return `/cases?${new URLSearchParams({ text: words }).toString()}`;
}

interface Found {
  readonly lng: number;
  readonly lat: number;
  readonly radius: number;
  readonly reading: string;
}

/** The map, brought to a place that was found by its description. */
export function placeTarget({ lng, lat, radius, reading }: Found): string {
  const query = { lng: String(lng), lat: String(lat), radius: String(Math.round(radius)), q: reading };
  return `/map?${new URLSearchParams(query).toString()}`;
}
