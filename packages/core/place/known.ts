import type { City } from "./city.ts";
import type { PlaceKind } from "./feature.ts";
import { Trie, type Known, type KnownName } from "./grammar/index.ts";
import { each, finish, type Steps } from "./steps.ts";
import { looseKnownOf, spoken, type Spoken } from "./loose.ts";

const kinds: Readonly<Record<Exclude<PlaceKind, "pole">, KnownName["kind"]>> = {
  poi: "place",
  building: "place",
  community: "home",
  bridge: "bridge",
  water: "water",
  area: "area",
};

/** Names as the parser is told of them: at first as they are, and also as people miswrite them where that led nowhere. */
export interface KnownNames {
  readonly exact: Known;
  loose(): Known;
  /** Makes the second ready before it is asked for. */
  ready(): Steps<void>;
}

/** Where roads and others share a name, it is the road's: it is asked for more often. */
export function* knownOf(city: City): Steps<KnownNames> {
  const names: Spoken[] = [];
  const add = (all: readonly string[], kind: KnownName["kind"]) => {
    // A single character is no name anybody could tell from a word.
    for (const name of all) if (name.length > 1) names.push(spoken(name, kind));
  };
  for (const { name } of city.areas) add([name], "area");
  yield* each(city.places, (place) => {
    if (place.kind !== "pole") add([place.name, ...place.aliases], kinds[place.kind]);
  });
  yield* each(city.network.roads, (road) => add([road.name, ...road.aliases], "road"));
  const trie = new Trie<KnownName["kind"]>();
  yield* each(names, ({ folded, kind }) => trie.add(folded, kind));
  const exact: Known = (folded, at) => {
    const found = trie.longest(folded, at);
    return found?.meaning === undefined ? undefined : { length: found.length, kind: found.meaning };
  };
  let loose: Known | undefined;
  return {
    exact,
    loose: () => (loose ??= finish(looseKnownOf(names, exact))),
    *ready() {
      loose ??= yield* looseKnownOf(names, exact);
    },
  };
}
