import { forgetOld } from "../kept/index.ts";
import { askToPersist } from "../phone/index.ts";
import { makeSession, type Phone } from "../session/index.ts";
import { openFieldDatabase, readSetting, sweepBlobs, writeSetting, type FieldDatabase } from "../store/index.ts";

const deviceSetting = "device";

/** Opens what lies on this phone; undefined where the browser lets nothing lie there. */
export async function startPhone(): Promise<Phone | undefined> {
  const db = await openFieldDatabase().catch(() => undefined);
  if (!db) return undefined;
  const session = makeSession(db);
  const device = { id: await deviceId(db), appVersion: __APP_VERSION__ };
  await session.start();
  // Nothing waits for these.
  void askToPersist();
  void sweepBlobs(db).then(() => forgetOld(db, Date.now()));
  return { db, device, session };
}

/** A name for this installation; it tells nothing of the hardware. */
async function deviceId(db: FieldDatabase): Promise<string> {
  const known = await readSetting(db, deviceSetting);
  if (typeof known === "string") return known;
  const made = crypto.randomUUID();
  await writeSetting(db, deviceSetting, made);
  return made;
}
