import type { LogIn, Me } from "@xiuhua/server/api";
import { get, ProblemError, send, setCsrf } from "../../shared/api/index.ts";
import { setCityZone } from "../../shared/time/index.ts";
import { forgetKept } from "../kept/index.ts";
import { unsubscribeFromPush } from "../phone/index.ts";
import { readSetting, writeSetting, type FieldDatabase } from "../store/index.ts";

export type Session =
  | { readonly kind: "asking" }
  | { readonly kind: "in"; readonly me: Me }
  /** `lost` tells that the server could not be reached, and that this phone knows nobody. */
  | { readonly kind: "out"; readonly lost: boolean; readonly ended: boolean };

const personSetting = "me";
const leavingSetting = "leaving";

/** Who works with this phone. Without a network it is the last person who was logged in. */
export function makeSession(db: FieldDatabase) {
  let state: Session = { kind: "asking" };
  const listeners = new Set<() => void>();
  const become = (next: Session): void => {
    if (next.kind === "in") {
      setCsrf(next.me.csrf);
      setCityZone(next.me.city.zone);
    } else setCsrf(undefined);
    state = next;
    for (const tell of listeners) tell();
  };

  /** Asks the server who we are. Answers whether the person who was there before may go on. */
  async function refresh(): Promise<boolean> {
    const before = state.kind === "in" ? state.me.id : undefined;
    try {
      await leaveIfPromised();
      const me = await get<Me>("/me");
      await writeSetting(db, personSetting, me);
      if (before !== undefined && before !== me.id) await forgetKept(db, (person) => person !== me.id);
      become({ kind: "in", me });
      return before === undefined || before === me.id;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (error.status === 401) become({ kind: "out", lost: false, ended: before !== undefined });
      else if (state.kind !== "in") become({ kind: "out", lost: true, ended: false });
      return false;
    }
  }

  /** A log-out without a network is made good before anything else is asked. */
  async function leaveIfPromised(): Promise<void> {
    if ((await readSetting(db, leavingSetting)) !== true) return;
    try {
      setCsrf((await get<Me>("/me")).csrf);
      await send("DELETE", "/session");
    } catch (error) {
      // No session any more is what was wanted.
      if (!(error instanceof ProblemError) || error.status !== 401) throw error;
    }
    await db.delete("settings", leavingSetting);
  }

  return {
    get: () => state,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh,
    /** The server said, to whatever was asked, that nobody is logged in. */
    expired: (): void => {
      if (state.kind === "in") become({ kind: "out", lost: false, ended: true });
    },
    /** Opens with the last person at once; the server is asked behind it. */
    async start(): Promise<void> {
      const last = await readSetting(db, personSetting);
      if (isMe(last)) become({ kind: "in", me: last });
      void refresh();
    },
    async logIn(values: LogIn): Promise<void> {
      await send("POST", "/session", values);
      // Whoever comes takes the place of whoever left.
      await db.delete("settings", leavingSetting);
      await refresh();
      const now = state;
      if (now.kind === "in") await forgetKept(db, (person) => person !== now.me.id);
    },
    /** What was not sent stays, for the same person alone. */
    async logOut(): Promise<void> {
      const now = state;
      if (now.kind !== "in") return;
      // While the server still knows us; whoever takes this phone next is told nothing of ours.
      await unsubscribeFromPush().catch(() => undefined);
      await writeSetting(db, leavingSetting, true);
      await db.delete("settings", personSetting);
      await forgetKept(db, (person) => person === now.me.id);
      await leaveIfPromised().catch(() => undefined);
      become({ kind: "out", lost: false, ended: false });
    },
  };
}

export type SessionStore = ReturnType<typeof makeSession>;

function isMe(value: unknown): value is Me {
  return typeof value === "object" && value !== null && "id" in value && "csrf" in value && "grants" in value;
}
