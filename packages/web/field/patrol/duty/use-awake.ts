import { useEffect, useState } from "react";

const key = "xiuhua.awake";

export const canStayAwake = (): boolean => "wakeLock" in navigator;

/** Whether this person wants the screen to stay on while on duty; it is the phone's choice, kept on it. */
export function useAwakeChoice(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(key) === "yes");
  return [
    on,
    (next) => {
      localStorage.setItem(key, next ? "yes" : "no");
      setOn(next);
      dispatchEvent(new Event(key));
    },
  ];
}

/**
 * Keeps the screen on for as long as it is wanted: a browser tells no position to a page that nobody sees. The lock is lost
 * with each look at another app and taken again after it.
 */
export function useAwake(onDuty: boolean): void {
  useEffect(() => {
    if (!onDuty || !canStayAwake()) return undefined;
    let lock: WakeLockSentinel | undefined;
    let over = false;
    const take = async () => {
      const wanted = localStorage.getItem(key) === "yes";
      if (!wanted) return void lock?.release();
      if (document.visibilityState !== "visible" || (lock && !lock.released)) return;
      // A phone that saves its battery refuses; then it is as without.
      const taken = await navigator.wakeLock.request("screen").catch(() => undefined);
      if (over) void taken?.release();
      else lock = taken;
    };
    const look = () => void take();
    look();
    document.addEventListener("visibilitychange", look);
    addEventListener(key, look);
    return () => {
      over = true;
      document.removeEventListener("visibilitychange", look);
      removeEventListener(key, look);
      void lock?.release();
    };
  }, [onDuty]);
}
