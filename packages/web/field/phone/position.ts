import { useEffect, useState } from "react";
import type { DevicePosition } from "@xiuhua/server/api";

export type FixState =
  | { readonly kind: "searching" }
  | { readonly kind: "fixed"; readonly position: DevicePosition }
  /** The person or the phone does not let us know. */
  | { readonly kind: "denied" }
  | { readonly kind: "lost" };

/** A fix of the phone as the API takes it. Six decimals are a tenth of a metre. */
export function positionOf({ coords, timestamp }: GeolocationPosition): DevicePosition {
  return {
    lng: Math.round(coords.longitude * 1e6) / 1e6,
    lat: Math.round(coords.latitude * 1e6) / 1e6,
    accuracy: Math.min(100_000, Math.round(coords.accuracy * 10) / 10),
    at: new Date(timestamp).toISOString(),
  };
}

/** Where the phone is, as exactly as it can tell, for as long as the screen asks. */
export function useFix(): FixState {
  const [state, setState] = useState<FixState>({ kind: "searching" });
  useEffect(() => {
    const watch = navigator.geolocation.watchPosition(
      (found) => setState({ kind: "fixed", position: positionOf(found) }),
      ({ code }) =>
        setState((before) =>
          code === GeolocationPositionError.PERMISSION_DENIED
            ? { kind: "denied" }
            : before.kind === "fixed"
              ? before
              : { kind: "lost" },
        ),
      { enableHighAccuracy: true, maximumAge: 5_000, timeout: 30_000 },
    );
    return () => navigator.geolocation.clearWatch(watch);
  }, []);
  return state;
}
