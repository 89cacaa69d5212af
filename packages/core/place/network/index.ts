export { Network } from "./network.ts";
export { Plane, planeAround } from "./plane.ts";
export type { Crossing } from "./crossing.ts";
export type { Road } from "./road.ts";
export type { Stroke } from "./stroke.ts";
export { legsOf, along, missBy, type Leg } from "./legs.ts";
export { walk, beyond, type Arrival } from "./walk.ts";
export { profileAt, type Profile } from "./profile.ts";
export * from "./geometry.ts";
