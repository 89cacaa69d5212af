import type { DevicePosition } from "@xiuhua/server/api";

interface Kept {
  /** Of a person, a kind and a moment: made twice it is there once. */
  readonly key: string;
  readonly person: string;
  /** By the phone's clock, in milliseconds. */
  readonly at: number;
  readonly sent: boolean;
}

/** A shift begun or ended (到岗/离岗). */
export interface Move extends Kept {
  readonly kind: "start" | "end";
}

/** Where the person was. */
export interface Step extends Kept {
  readonly kind: "step";
  readonly position: DevicePosition;
}

export type Mark = Move | Step;

export const moveOf = (person: string, kind: Move["kind"], at: number): Move => ({
  key: `${person} move ${at}`,
  person,
  kind,
  at,
  sent: false,
});

/** One step in each slot of time, as the server keeps them: two tabs that both look make one track. */
export function stepOf(person: string, position: DevicePosition, slotSeconds: number): Step {
  const at = Date.parse(position.at);
  const slot = Math.floor(at / 1000 / slotSeconds) * slotSeconds;
  return { key: `${person} step ${slot}`, person, kind: "step", at, position, sent: false };
}
