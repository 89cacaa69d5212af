import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { changes } from "./changes.ts";
import { listen } from "./stream.ts";

/** Counts and notices follow by themselves, but not more often than this. */
const settle = 1500;
/** People in the street move all the time. */
const settleStreet = 5000;

/** Keeps the console fresh while it is open; returns whether the stream flows. Used once, by the shell. */
export function useLive(): boolean {
  const client = useQueryClient();
  const [online, setOnline] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refreshSoon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void client.invalidateQueries({ queryKey: ["counts"] });
        void client.invalidateQueries({ queryKey: ["notices"] });
      }, settle);
    };
    let streetTimer: ReturnType<typeof setTimeout> | undefined;
    const refreshStreet = () => void client.invalidateQueries({ queryKey: ["street"] });
    const stop = listen({
      onCase(news) {
        changes.add(news);
        void client.invalidateQueries({ queryKey: ["case", news.no] });
        refreshSoon();
      },
      onNews() {
        refreshSoon();
        // It may be an alarm: that waits for nothing.
        refreshStreet();
      },
      onStreet() {
        streetTimer ??= setTimeout(() => {
          streetTimer = undefined;
          refreshStreet();
        }, settleStreet);
      },
      onState(flows, again) {
        setOnline(flows);
        if (!again) return;
        changes.miss();
        refreshSoon();
        refreshStreet();
      },
    });
    return () => {
      stop();
      clearTimeout(timer);
      clearTimeout(streetTimer);
    };
  }, [client]);
  return online;
}
