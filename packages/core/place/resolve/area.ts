import type { City } from "../city.ts";
import type { NamedArea } from "../feature.ts";
import { nameDoubts, type Answer } from "./answer.ts";
import { holds, labelOf } from "./rings.ts";
import type { Doubt } from "../gazetteer.ts";
import type { Name } from "../reading.ts";
import type { Point } from "../network/index.ts";

/** An area is no place to send anybody to: its middle, with a radius that covers most of it. */
export function resolveArea(city: City, name: string): Answer[] {
  const exact = city.areaNames.exactly(name);
  const matches = exact.length > 0 ? exact : city.areaNames.match(name).filter(({ quality }) => quality > 0.75);
  return matches.flatMap((match) => {
    const area = city.areas[match.id];
    const label = area === undefined ? undefined : labelOf(area, city.plane);
    if (area === undefined || label === undefined) return [];
    const doubts: Doubt[] = [...nameDoubts(name, match), { code: "vague", about: area.name }];
    return [{ ...label, score: 0.5 * match.quality, doubts }];
  });
}

/** What a wrong prefix costs. Our own choice: the place itself is named, the area only frames it. */
const wrongWorth = 0.85;

/** Weighs an answer by the areas in front of the place; names that no area bears say nothing. */
export function weighAreas(city: City, answer: Answer, names: readonly Name[]): Answer {
  let weighed = answer;
  for (const name of names) {
    const areas = areasCalled(city, name.text);
    if (areas.length === 0 || areas.some((area) => inArea(city, answer.at, area))) continue;
    const doubts: Doubt[] = [...weighed.doubts, { code: "wrong-area", about: name.text }];
    weighed = { ...weighed, score: weighed.score * wrongWorth, doubts };
  }
  return weighed;
}

function areasCalled(city: City, name: string): NamedArea[] {
  const exact = city.areaNames.exactly(name);
  const matches = exact.length > 0 ? exact : withoutUnit(city, name);
  return matches.flatMap(({ id }) => city.areas[id] ?? []);
}

/** 焦东 for 焦东街道, 山阳 for 山阳区. */
function withoutUnit(city: City, name: string) {
  return ["区", "街道", "镇", "乡", "社区", "村", "市", "县"].flatMap((unit) => city.areaNames.exactly(name + unit));
}

const inArea = (city: City, at: Point, area: NamedArea): boolean => holds(area, city.plane.position(at));
