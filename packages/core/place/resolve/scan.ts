import { fold, type Known } from "../grammar/index.ts";
import type { Leftover, Name, Parsed, Reading } from "../reading.ts";

/** Between the first and the last of three names: a stretch, not a crossing. */
const spans = /[至到—-]|之间|段/;
/** Words that only join what was found, or say that roads meet. */
const joints = /^(?:[与和跟及同、，,（）()至到—\-的段处在]|交叉口|路口|交汇处|交口|之间)*$/;

/**
 * A last look at a text that the grammar took apart at a wrong place: the roads of the city that stand in it, with what
 * the grammar understood of offset and side. Undefined where fewer than two stand there.
 */
export function scan(parsed: Parsed, known: Known): Parsed["readings"][number] | undefined {
  const told = parsed.readings.find(({ reading }) => reading.offset !== undefined) ?? parsed.readings[0];
  const names = roadsIn(parsed.text, known);
  const anchor = told?.reading.anchor;
  // The road that the grammar saw an offset along is the one to follow: 从西苑路沿北环路向东走145米.
  const followed = anchor?.kind === "stretch" && told?.reading.offset !== undefined ? anchor.road.text : "";
  names.sort((a, b) => Number(b.text === followed) - Number(a.text === followed));
  const [first, second, third] = names;
  if (first === undefined || second === undefined) return undefined;
  const between = third !== undefined && spans.test(parsed.text.slice(first.span.end));
  const reading: Reading = {
    ...(told?.reading ?? { areas: [] }),
    anchor: between
      ? { kind: "stretch", road: first, between: [second, third] }
      : { kind: "crossing", roads: [first, second], shape: "meeting" },
  };
  return { reading, leftover: (told?.leftover ?? []).flatMap((piece) => without(piece, names)) };
}

function roadsIn(text: string, known: Known): Name[] {
  const folded = fold(text);
  const names: Name[] = [];
  for (let at = 0; at < folded.length;) {
    const found = known(folded, at);
    const end = at + (found?.length ?? 1);
    if (found?.kind === "road") {
      const name = text.slice(at, end);
      if (!names.some((one) => one.text === name)) names.push({ text: name, span: { start: at, end } });
    }
    at = end;
  }
  return names;
}

/** What of a leftover the names do not explain. */
function without(piece: Leftover, names: readonly Name[]): Leftover[] {
  let { text } = piece;
  for (const name of names) text = text.replace(name.text, "");
  return joints.test(text) ? [] : [{ text, span: piece.span }];
}
