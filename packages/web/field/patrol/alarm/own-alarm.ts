import type { Alarm, DevicePosition } from "@xiuhua/server/api";
import { get, ProblemError, send } from "../../../shared/api/index.ts";
import { chime } from "../../phone/index.ts";
import { durable, readSetting, type FieldDatabase } from "../../store/index.ts";

/** The alarm that this person raised on this phone and has not put away yet. */
export interface OwnAlarm {
  readonly id: string;
  /** Milliseconds, by the phone's clock. */
  readonly at: number;
  readonly position?: DevicePosition;
  /** What the centre has of it; absent until it has arrived. */
  readonly received?: Alarm;
}

export interface AlarmState {
  readonly alarm?: OwnAlarm;
  /** The last attempt failed. */
  readonly failed: boolean;
}

/** Somebody waits for help: no doubling here. Twenty a minute is what the server takes. */
const againMs = 3_500;
const answerMs = 10_000;
/** How often it is asked whether somebody has answered. */
const askMs = 5_000;

const settingOf = (person: string): string => `alarm ${person}`;

export type OwnAlarms = ReturnType<typeof openAlarms>;

/**
 * The alarm button behind its screen: kept on the disk first, sent until it has arrived, asked about until it is answered.
 * A browser that is killed goes on with it.
 */
export function openAlarms(db: FieldDatabase, person: string, whoAmI: () => Promise<boolean>) {
  let state: AlarmState = { failed: false };
  let closed = false;
  let going = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const become = (next: AlarmState): void => {
    state = next;
    for (const tell of listeners) tell();
  };
  const keep = async (alarm: OwnAlarm): Promise<void> => {
    become({ ...state, alarm });
    const tx = db.transaction("settings", "readwrite", durable);
    await Promise.all([tx.store.put(alarm, settingOf(person)), tx.done]);
  };

  async function go(): Promise<void> {
    clearTimeout(timer);
    const { alarm } = state;
    if (going || closed || !alarm || alarm.received?.answeredAt !== undefined) return;
    going = true;
    try {
      const received = await (alarm.received ? look(alarm.id) : raise(alarm));
      // Put away meanwhile.
      if (closed || state.alarm?.id !== alarm.id) return;
      become({ ...state, failed: false });
      // Nobody answered for a whole day: the server tells of it no more.
      if (!received) return await putAway();
      if (received.answeredAt !== undefined || !alarm.received) chime();
      await keep({ ...alarm, received });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (closed) return;
      become({ ...state, failed: true });
      if (error.status === 401 || error.code === "wrong-csrf") await whoAmI().catch(() => false);
    } finally {
      going = false;
    }
    timer = setTimeout(() => void go(), state.alarm?.received ? askMs : againMs);
  }

  const raise = ({ id, at, position }: OwnAlarm) =>
    send<Alarm>(
      "POST",
      "/field/alarm",
      { id, at: new Date(at).toISOString(), ...(position ? { position } : {}) },
      id,
      AbortSignal.timeout(answerMs),
    );
  const look = async (id: string): Promise<Alarm | undefined> =>
    (await get<Alarm[]>("/field/alarm", undefined, AbortSignal.timeout(answerMs))).find(
      (one) => one.id === `${person}.${id}`,
    );

  /** Off the screen; one that had not arrived is not sent any more. */
  async function putAway(): Promise<void> {
    become({ failed: false });
    await db.delete("settings", settingOf(person));
  }

  const poke = (): void => void go();
  addEventListener("online", poke);
  void readSetting(db, settingOf(person)).then((kept) => {
    if (closed || state.alarm || !isAlarm(kept)) return;
    become({ ...state, alarm: kept });
    poke();
  });

  return {
    get: (): AlarmState => state,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Pressed. One that has not been answered stays the one. */
    async raise(position: DevicePosition | undefined): Promise<void> {
      if (state.alarm && state.alarm.received?.answeredAt === undefined) return go();
      await keep({ id: crypto.randomUUID(), at: Date.now(), ...(position ? { position } : {}) });
      return go();
    },
    putAway,
    close(): void {
      closed = true;
      clearTimeout(timer);
      removeEventListener("online", poke);
    },
  };
}

function isAlarm(value: unknown): value is OwnAlarm {
  return typeof value === "object" && value !== null && "id" in value && "at" in value;
}
