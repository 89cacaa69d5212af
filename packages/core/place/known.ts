import type { City } from "./city.ts";
import type { PlaceKind } from "./feature.ts";
import { fold, Trie, type Known, type KnownName } from "./grammar/index.ts";

const kinds: Readonly<Record<Exclude<PlaceKind, "pole">, KnownName["kind"]>> = {
  poi: "place",
  building: "place",
  community: "home",
  bridge: "bridge",
  water: "water",
  area: "area",
};

/** Tells the parser which names the city has. Where roads and others share one, it is the road's: it is asked for more often. */
export function knownOf(city: City): Known {
  const trie = new Trie<KnownName["kind"]>();
  const add = (names: readonly string[], kind: KnownName["kind"]) => {
    // A single character is no name anybody could tell from a word.
    for (const name of names) if (name.length > 1) trie.add(fold(name), kind);
  };
  for (const { name } of city.areas) add([name], "area");
  for (const place of city.places) if (place.kind !== "pole") add([place.name, ...place.aliases], kinds[place.kind]);
  for (const road of city.network.roads) add([road.name, ...road.aliases], "road");
  return (folded, at) => {
    const found = trie.longest(folded, at);
    return found?.meaning === undefined ? undefined : { length: found.length, kind: found.meaning };
  };
}
