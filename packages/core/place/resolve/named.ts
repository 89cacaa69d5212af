import type { City } from "../city.ts";
import type { NamedPlace } from "../feature.ts";
import type { Match } from "../names/index.ts";
import { spell } from "../names/index.ts";
import { distance, meanOf } from "../network/index.ts";
import type { CommunityAnchor, Name, NamedAnchor, Reading } from "../reading.ts";
import { doubted, nameDoubts, type Answer } from "./answer.ts";
import { resolveArea } from "./area.ts";
import { placedBy } from "./placed.ts";
import { roadsCalled } from "./roads.ts";
import { resolveStretch, wholeRoad } from "./stretch.ts";

/** Places of one name that are worth an answer each. */
const most = 8;
/** How far a place honestly lies from its middle, metres, by kind. Our own choice. */
const radii = { poi: 20, community: 120, building: 25, bridge: 30, water: 200, pole: 4, area: 250 };
/** Nearer than this a place is on a road, opposite another place, in a community; metres. Our own choice. */
const reach = { road: 120, opposite: 120, community: 400 };

export function resolveNamed(city: City, reading: Reading, anchor: NamedAnchor): Answer[] {
  const places = placesCalled(city, anchor.name.text);
  if (places.length === 0) return withoutPlace(city, reading, anchor);
  return places.map(({ place, match, share }) => {
    let answer: Answer = {
      at: city.plane.point(place.at),
      radius: radii[place.kind],
      score: match.quality * share,
      doubts: nameDoubts(anchor.name.text, match),
    };
    if (anchor.road !== undefined) answer = onRoad(city, answer, place, anchor.road);
    if (anchor.oppositeOf !== undefined) answer = besideOther(city, answer, anchor.oppositeOf);
    answer = anchor.and === undefined ? placedBy(city, answer, reading) : between(city, answer, anchor.and);
    return places.length > 1 ? doubted(answer, 0.85, { code: "several-places", about: anchor.name.text }) : answer;
  });
}

/** A place that is said to be where the rest of the text leads: it tells the point more exactly, if it is known near there. */
export function atLandmark(city: City, answer: Answer, name: Name): Answer {
  const near = placesCalled(city, name.text)
    .map(({ place }) => ({ at: city.plane.point(place.at), radius: radii[place.kind] }))
    .filter(({ at }) => distance(at, answer.at) < Math.max(reach.opposite, answer.radius))
    .sort((a, b) => distance(a.at, answer.at) - distance(b.at, answer.at))[0];
  if (near !== undefined) return { ...answer, ...near };
  return doubted(answer, 0.97, { code: "place-not-found", about: name.text });
}

interface Found {
  readonly place: NamedPlace;
  readonly match: Match;
  /** How much the way it was found is trusted. */
  readonly share: number;
}

function placesCalled(city: City, name: string): Found[] {
  const exact = city.placeNames.exactly(name);
  const matches = exact.length > 0 ? exact : city.placeNames.match(name).filter(({ quality }) => quality > 0.6);
  const found = matches.flatMap((match) => {
    const place = city.places[match.id];
    return place === undefined ? [] : [{ place, match, share: exact.length > 0 ? 0.95 : 0.85 }];
  });
  return (found.length > 0 ? found : placesContaining(city, name)).slice(0, most);
}

/** 宏光农贸市场 for 焦作宏光农贸市场, and the other way round: the longer the common part, the better. */
function placesContaining(city: City, name: string): Found[] {
  const written = spell(name);
  if (written.length < 3) return [];
  return city.placesSpelled
    .flatMap(({ id, spelled: known }): Found[] => {
      const place = city.places[id];
      if (place === undefined || known.length < 3 || !(known.includes(written) || written.includes(known))) return [];
      const quality = Math.min(known.length, written.length) / Math.max(known.length, written.length);
      return quality < 0.4 ? [] : [{ place, match: { id, name: place.name, likeness: "part", quality }, share: 0.85 }];
    })
    .sort((a, b) => b.match.quality - a.match.quality);
}

/** A road that is named with a place speaks for the place that lies on it. */
function onRoad(city: City, answer: Answer, place: NamedPlace, road: Name): Answer {
  const roads = roadsCalled(city, road.text);
  if (place.road !== undefined && spell(place.road) === spell(road.text)) return answer;
  if (roads.length === 0) return answer;
  const near = city.network.segments.strokesNear(answer.at, reach.road, (stroke) =>
    roads.some(({ id }) => id === stroke.road),
  );
  return near.length > 0 ? answer : doubted(answer, 0.75, { code: "vague", about: road.text });
}

function besideOther(city: City, answer: Answer, other: Name): Answer {
  const [found] = placesCalled(city, other.text);
  if (found === undefined) return doubted(answer, 0.97, { code: "place-not-found", about: other.text });
  const far = distance(city.plane.point(found.place.at), answer.at);
  return far <= reach.opposite ? answer : doubted(answer, 0.7, { code: "not-opposite", about: other.text });
}

/** 方圆酒店与宏光农贸市场之间: midway, if the other is known. */
function between(city: City, answer: Answer, other: Name): Answer {
  const [near] = placesCalled(city, other.text)
    .map(({ place }) => city.plane.point(place.at))
    .sort((a, b) => distance(a, answer.at) - distance(b, answer.at));
  if (near === undefined) return doubted(answer, 0.8, { code: "place-not-found", about: other.text }, 3);
  return { ...answer, at: meanOf([answer.at, near]), radius: distance(answer.at, near) / 2 + 10 };
}

/** No place bears the name: perhaps a road does, or an area; or what stands beside it is known. */
function withoutPlace(city: City, reading: Reading, anchor: NamedAnchor): Answer[] {
  const { name, road, oppositeOf } = anchor;
  const asRoad = resolveStretch(city, reading, { kind: "stretch", road: name }).filter(({ score }) => score > 0.3);
  if (asRoad.length > 0) return asRoad;
  const asArea = resolveArea(city, name.text);
  if (asArea.length > 0) return asArea;
  const doubt = { code: "place-not-found", about: name.text } as const;
  const [other] = oppositeOf === undefined ? [] : placesCalled(city, oppositeOf.text);
  if (other !== undefined) {
    const at = city.plane.point(other.place.at);
    return [doubted({ at, radius: 60, score: 0.5 * other.match.quality, doubts: [] }, 1, doubt)];
  }
  const [match] = road === undefined ? [] : roadsCalled(city, road.text);
  if (match === undefined) return [];
  return wholeRoad(city, city.network.road(match.id)).map((answer) =>
    doubted({ ...answer, score: 0.25 * match.quality }, 1, doubt),
  );
}

/** A building by its community and number; the community's middle where its buildings are not known. */
export function resolveCommunity(city: City, reading: Reading, anchor: CommunityAnchor): Answer[] {
  const named: NamedAnchor = { kind: "named", name: anchor.name, ...(anchor.road && { road: anchor.road }) };
  if (anchor.building === undefined) return resolveNamed(city, reading, named);
  const numbered = city.buildingsNumbered(anchor.building);
  const own = spell(anchor.name.text);
  const said = numbered.filter(({ name }) => spell(name).startsWith(own));
  const community = said.length > 0 ? [] : resolveNamed(city, { areas: [], anchor: named }, named);
  const answers =
    said.length > 0 ? said.map((place) => atBuilding(city, place, 0.95)) : nearCommunity(city, community, numbered);
  if (answers.length > 0) return answers.map((answer) => placedBy(city, answer, reading));
  return community.map((answer) =>
    doubted(placedBy(city, answer, reading), 0.7, { code: "vague", about: anchor.building ?? "" }),
  );
}

const atBuilding = (city: City, { at }: NamedPlace, score: number): Answer => ({
  at: city.plane.point(at),
  radius: radii.building,
  score,
  doubts: [],
});

/** A building's own community may be written wrongly, or not be part of the building's name: it is the nearest to its middle. */
function nearCommunity(city: City, community: readonly Answer[], numbered: readonly NamedPlace[]): Answer[] {
  return community.flatMap((base) => {
    const near = numbered
      .map((place) => atBuilding(city, place, base.score * 0.9))
      .filter(({ at }) => distance(at, base.at) < reach.community)
      .sort((a, b) => distance(a.at, base.at) - distance(b.at, base.at))[0];
    return near === undefined ? [] : [{ ...near, doubts: base.doubts }];
  });
}
