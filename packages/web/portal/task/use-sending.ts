import { useRef, useState } from "react";
import type { LiveCase } from "@xiuhua/server/api";
import { send } from "../../shared/api/index.ts";
import type { Input } from "../../shared/case/index.ts";
import type { Shot } from "./shots.tsx";
import { uploadShot } from "./upload.ts";

export type Sending =
  | { readonly kind: "idle" }
  /** How much of the photos has gone, 0 to 1. */
  | { readonly kind: "sending"; readonly share: number }
  | { readonly kind: "failed"; readonly error: unknown };

/** Sends photos one after the other, then the action. What has arrived is not sent again, and a repeat does nothing twice. */
export function useSending(token: string, action: string, onSent: () => void) {
  const [sending, setSending] = useState<Sending>({ kind: "idle" });
  const arrived = useRef(new Map<string, string>());
  const attempt = useRef({ said: "", key: "" });
  const link = `/links/${encodeURIComponent(token)}`;

  async function start(input: Input, shots: readonly Shot[]): Promise<void> {
    setSending({ kind: "sending", share: 0 });
    try {
      const evidence = [];
      for (const [index, shot] of shots.entries()) {
        const hash =
          arrived.current.get(shot.id) ??
          (await uploadShot(`${link}/evidence`, shot.file, (share) =>
            setSending({ kind: "sending", share: (index + share) / shots.length }),
          ));
        arrived.current.set(shot.id, hash);
        evidence.push({ hash, kind: shot.kind });
      }
      setSending({ kind: "sending", share: 1 });
      // The same words again are the same attempt; a key must not stand for others.
      const said = JSON.stringify(input);
      if (attempt.current.said !== said) attempt.current = { said, key: crypto.randomUUID() };
      await send<LiveCase>("POST", `${link}/actions/${action}`, { input, evidence }, attempt.current.key);
      onSent();
    } catch (error) {
      setSending({ kind: "failed", error });
    }
  }
  return { sending, start };
}
