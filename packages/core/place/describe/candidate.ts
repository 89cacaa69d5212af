import { format } from "../grammar/index.ts";
import type { Crossing } from "../network/index.ts";
import type { Name, Reading } from "../reading.ts";

/** Something to say of a point, before anybody checked that it leads back there. */
export interface Candidate {
  readonly reading: Reading;
  /** How unlike a local's words it is: metres walked and all else that one would rather not have to say. */
  readonly cost: number;
  /** The crossing and the road that it was made from, where it was made from one. */
  readonly from?: { readonly crossing: Crossing; readonly road: number };
}

/** A name that stands in no text yet. */
export const nameOf = (text: string): Name => ({ text, span: { start: 0, end: 0 } });

/** A reading as text, and the reading with its names where they stand in it. */
export function written(reading: Reading): { readonly text: string; readonly reading: Reading } {
  const text = format(reading);
  let from = 0;
  const place = ({ text: name }: Name): Name => {
    const start = Math.max(0, text.indexOf(name, from));
    from = start + name.length;
    return { text: name, span: { start, end: from } };
  };
  const { anchor } = reading;
  if (anchor.kind === "crossing")
    return { text, reading: { ...reading, anchor: { ...anchor, roads: anchor.roads.map(place) } } };
  if (anchor.kind === "named")
    return { text, reading: { ...reading, anchor: { ...anchor, name: place(anchor.name) } } };
  if (anchor.kind === "stretch")
    return { text, reading: { ...reading, anchor: { ...anchor, road: place(anchor.road) } } };
  return { text, reading };
}
