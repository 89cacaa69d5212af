import type { City } from "../city.ts";
import type { Match } from "../names/index.ts";

/** Candidates for one name: more are never the right one, and pairs of them must stay few. */
const most = 16;
/** What a name found inside the written words is worth at most: 下沙村泰然九路 holds 泰然九路. Our own choice. */
const insideWorth = 0.8;
/** Below this the name as a whole is no good match, and a part of it may be the better one. */
const poor = 0.7;

/** Roads that a name may mean, the likeliest first. */
export function roadsCalled(city: City, name: string): Match[] {
  const matches = city.roadNames.match(name);
  if ((matches[0]?.quality ?? 0) >= poor) return matches.slice(0, most);
  return [...matches, ...roadsInside(city, name)].sort((a, b) => b.quality - a.quality).slice(0, most);
}

function roadsInside(city: City, name: string): Match[] {
  return city.roadNames.within(name).flatMap(({ name: inside }) =>
    city.roadNames.exactly(inside).map((match): Match => {
      const share = 0.5 + inside.length / name.length / 2;
      return { ...match, likeness: "part", quality: match.quality * insideWorth * share };
    }),
  );
}

const auxiliary = "辅路";
/** A side road serves its main road: who speaks of the one may mean the other. Our own choice. */
const besideWorth = 0.93;

/** A main road for its side road (深南大道, 深南大道辅路), and the other way round. */
export function roadsBeside(city: City, match: Match): Match[] {
  const { name } = city.network.road(match.id);
  const other = name.endsWith(auxiliary) ? name.slice(0, -auxiliary.length) : name + auxiliary;
  return city.roadNames
    .exactly(other)
    .map((found): Match => ({ ...found, likeness: "part", quality: found.quality * match.quality * besideWorth }));
}
