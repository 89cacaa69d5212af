import { useEffect, useState } from "react";
import type { FieldPack } from "@xiuhua/server/api";
import type { Point } from "../pack/index.ts";
import { gazetteerOf } from "./roads.ts";

type Describe = (point: Point) => string | undefined;

/** One pack's words for places, made once: it puts a district's roads into order. */
let made: { readonly madeAt: string; readonly describe: Promise<Describe> } | undefined;

function describer(pack: FieldPack): Promise<Describe> | undefined {
  const data = gazetteerOf(pack);
  if (!data) return undefined;
  if (made?.madeAt !== pack.madeAt)
    made = {
      madeAt: pack.madeAt,
      // A part of its own: whoever never reports does not load it.
      describe: import("@xiuhua/core/place").then(({ makeGazetteer }) => {
        const gazetteer = makeGazetteer(data);
        return ({ lng, lat }) => gazetteer.describe([lng, lat], { most: 1 })[0]?.text;
      }),
    };
  return made.describe;
}

/** What a local would say of a point; nothing where the pack knows no roads near it. */
export function usePlaceWords(pack: FieldPack | undefined, point: Point | undefined): string | undefined {
  const [words, setWords] = useState<string>();
  const { lng, lat } = point ?? {};
  useEffect(() => {
    if (!pack || lng === undefined || lat === undefined) return undefined;
    let gone = false;
    void describer(pack)?.then((describe) => !gone && setWords(describe({ lng, lat })));
    return () => {
      gone = true;
    };
  }, [pack, lng, lat]);
  return words;
}
