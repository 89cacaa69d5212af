import { useRef, type PointerEvent, type Dispatch, type SetStateAction } from "react";
import { moved, toPoint, zoomed, type Size, type View } from "./view.ts";
import type { Point } from "../pack/index.ts";

interface Finger {
  readonly x: number;
  readonly y: number;
}

/** A finger that moved less than this many pixels meant to tap. */
const tapReach = 8;

/** Drag, pinch and tap on a sketch. */
export function useGestures(
  view: View,
  size: Size,
  setView: Dispatch<SetStateAction<View>>,
  onTap: (point: Point) => void,
) {
  const fingers = useRef(new Map<number, Finger>());
  const began = useRef<Finger>(undefined);
  const place = ({ clientX, clientY, currentTarget }: PointerEvent): Finger => {
    const box = currentTarget.getBoundingClientRect();
    return { x: clientX - box.left, y: clientY - box.top };
  };
  const apart = (): number => {
    const [one, other] = [...fingers.current.values()];
    return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
  };
  return {
    onPointerDown(event: PointerEvent) {
      event.currentTarget.setPointerCapture(event.pointerId);
      const at = place(event);
      began.current = fingers.current.size === 0 ? at : undefined;
      fingers.current.set(event.pointerId, at);
    },
    onPointerMove(event: PointerEvent) {
      const before = fingers.current.get(event.pointerId);
      if (!before) return;
      const at = place(event);
      const wide = apart();
      fingers.current.set(event.pointerId, at);
      if (fingers.current.size === 1) setView((now) => moved(now, at.x - before.x, at.y - before.y));
      else if (wide > 0 && apart() > 0) setView((now) => zoomed(now, wide / apart()));
      const from = began.current;
      if (from && Math.hypot(at.x - from.x, at.y - from.y) > tapReach) began.current = undefined;
    },
    onPointerUp(event: PointerEvent) {
      const at = place(event);
      if (began.current && fingers.current.size === 1) onTap(toPoint(view, size, at.x, at.y));
      fingers.current.delete(event.pointerId);
      began.current = undefined;
    },
    onPointerCancel(event: PointerEvent) {
      fingers.current.delete(event.pointerId);
      began.current = undefined;
    },
  };
}
