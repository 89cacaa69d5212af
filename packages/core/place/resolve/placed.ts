import type { City } from "../city.ts";
import { dot, leftOf, minus, plus, profileAt, times, towards, walk, type Point } from "../network/index.ts";
import type { Reading } from "../reading.ts";
import { doubted, type Answer } from "./answer.ts";

/** Metres, our own choices: what "beside" and "at its north side" come to, and how far a place may lie from its road. */
const metres = { beside: 15, towards: 20, near: 50, fromRoad: 80 };

/** Moves from a place to where the reading says it is: opposite, to the north of it, thirty metres east of it. */
export function placedBy(city: City, answer: Answer, reading: Reading): Answer {
  const { offset, relation } = reading;
  const direction = reading.towards ?? reading.corner ?? reading.side;
  let placed = answer;
  if (relation === "opposite") placed = opposite(city, placed);
  if (offset !== undefined) {
    const at = plus(placed.at, times(towards(offset.direction), offset.metres));
    placed = { ...placed, at, radius: placed.radius + offset.metres * (offset.about ? 0.3 : 0.15) };
  } else if (direction !== undefined) {
    const at = plus(placed.at, times(towards(direction), metres.towards));
    placed = { ...placed, at, radius: placed.radius + 10 };
  }
  if (relation === "near") return { ...placed, radius: Math.max(placed.radius, metres.near) };
  if (relation === "beside" || relation === "behind" || relation === "inFront")
    return { ...placed, radius: placed.radius + metres.beside };
  return placed;
}

/** Across the road that the place stands on: as far from its other kerb as the place is from this one, within reason. */
function opposite(city: City, answer: Answer): Answer {
  const across = mirror(city, answer.at);
  if (across !== undefined) return { ...answer, at: across, radius: answer.radius + 10 };
  return doubted({ ...answer, radius: answer.radius + 40 }, 0.7, { code: "vague" });
}

function mirror(city: City, at: Point): Point | undefined {
  const [near] = city.network.segments.strokesNear(at, metres.fromRoad, (stroke) => !stroke.slip);
  if (near === undefined) return undefined;
  const on = walk(near.stroke, near.metres, 1, 0);
  const left = leftOf(on.along);
  const { leftKerb, rightKerb } = profileAt(on, on.along, on.stroke, city.network.segments);
  const off = dot(minus(at, on), left);
  const isLeft = off > (leftKerb + rightKerb) / 2;
  const back = Math.max(0, Math.min(20, isLeft ? off - leftKerb : rightKerb - off));
  return plus(on, times(left, isLeft ? rightKerb - back : leftKerb + back));
}
