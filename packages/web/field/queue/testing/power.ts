import type { FieldDatabase } from "../../store/index.ts";

export class PowerCut extends Error {}

/** A phone whose power goes at a given moment; nothing works from then on. */
export function powerFor(moments: number) {
  let passed = 0;
  /** One moment passes: before anything that leaves a trace, on the disk or at the server, and after it. */
  const tick = (): void => {
    passed += 1;
    if (passed > moments) throw new PowerCut();
  };
  return { tick, alive: () => passed <= moments };
}

/** The database as a phone with this power has it. A transaction is whole or did not happen. */
export function poweredDatabase(db: FieldDatabase, tick: () => void): FieldDatabase {
  return new Proxy(db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...parts: unknown[]) => {
        tick();
        return value.apply(target, parts);
      };
    },
  });
}
