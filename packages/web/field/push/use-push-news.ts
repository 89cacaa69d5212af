import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { useNavigate } from "react-router";
import { useLanguage } from "../../shared/words/index.ts";
import { fieldMeQuery } from "../online/index.ts";
import { chime, renewPush } from "../phone/index.ts";
import { usePhone } from "../session/index.ts";
import { writeSetting } from "../store/index.ts";

/** What the service worker tells the open app. */
interface FromWorker {
  readonly kind: "news" | "open";
  readonly path?: string;
}

/** Follows what the service worker hears: sounds, fetches anew, opens what was touched; keeps the app's badge. */
export function usePushNews(): void {
  const { db } = usePhone();
  const client = useQueryClient();
  const navigate = useNavigate();
  const language = useLanguage();
  const { data: me } = useQuery(fieldMeQuery);
  const tasks = me?.tasks;
  const heard = useEffectEvent(({ kind, path }: FromWorker) => {
    if (kind === "open" && path !== undefined) void navigate(path);
    if (kind === "news") {
      chime();
      void client.invalidateQueries();
    }
  });
  useEffect(() => {
    const worker = "serviceWorker" in navigator ? navigator.serviceWorker : undefined;
    const listen = ({ data }: MessageEvent) => {
      if (isFromWorker(data)) heard(data);
    };
    worker?.addEventListener("message", listen);
    // Without a network it is told the next time.
    renewPush().catch(() => undefined);
    return () => worker?.removeEventListener("message", listen);
  }, []);
  // The worker has no other way to know how the person reads.
  useEffect(() => void writeSetting(db, "language", language), [db, language]);
  useEffect(() => {
    if (tasks !== undefined && "setAppBadge" in navigator) void navigator.setAppBadge(tasks).catch(() => undefined);
  }, [tasks]);
}

function isFromWorker(data: unknown): data is FromWorker {
  return typeof data === "object" && data !== null && "kind" in data && (data.kind === "news" || data.kind === "open");
}
