import { useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { fieldMeQuery } from "../../online/index.ts";
import { positionOf } from "../../phone/index.ts";
import { useMe } from "../../session/index.ts";
import { addsTo, stepOf, usualRules } from "../trail/index.ts";
import { useTrail, useTrailState } from "./context.ts";
import { useAwake } from "./use-awake.ts";
import { useDuty } from "./use-duty.ts";

/** Notes where the person walks, on whichever screen they are; only while on duty. */
export function Recorder(): null {
  const { id } = useMe();
  const trail = useTrail();
  const { marks } = useTrailState();
  const { data: me } = useQuery(fieldMeQuery);
  const { duty } = useDuty();
  const onDuty = duty !== undefined;
  useAwake(onDuty);
  const found = useEffectEvent((fix: GeolocationPosition) => {
    const rules = me?.rules ?? usualRules;
    // By the phone's clock, as the shifts are; some receivers keep a time of their own.
    const position = { ...positionOf(fix), at: new Date().toISOString() };
    const step = stepOf(id, position, rules.trackSeconds);
    if (!duty || step.at < duty.since) return;
    const last = marks.findLast((mark) => mark.kind === "step");
    if (addsTo(last, step, rules)) void trail.add(step);
  });
  useEffect(() => {
    if (!onDuty) return undefined;
    const watch = navigator.geolocation.watchPosition((fix) => found(fix), undefined, {
      enableHighAccuracy: true,
      maximumAge: 5_000,
    });
    return () => navigator.geolocation.clearWatch(watch);
  }, [onDuty]);
  return null;
}
