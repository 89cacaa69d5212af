import { places, type DemoPlace } from "./places.ts";
import { photo } from "./photos.ts";

const texts = [
  "商铺违规张贴广告，墙面多处污损",
  "人行道板破损两处，雨天积水",
  "店外堆放杂物占用盲道",
  "垃圾桶满溢，周边有散落垃圾",
];
const types = ["07001", "06013", "09005", "06010"];

/** What a collector's phone sends: a place, words, a type and two photos. */
export function reportBody(number: number): object {
  const spot: DemoPlace | undefined = places[number % places.length];
  if (spot === undefined) throw new Error("The demo has no places");
  return {
    procedure: "city-case",
    action: "report",
    input: {
      place: { lng: spot.lng, lat: spot.lat, text: spot.text },
      description: texts[number % texts.length],
      type: types[number % types.length],
    },
    evidence: [
      { kind: "near", hash: photo(number * 2) },
      { kind: "far", hash: photo(number * 2 + 1) },
    ],
  };
}
