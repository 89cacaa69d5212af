/** The server of a bench: the demo city without its stories, on a clock that the bench can move on by days. */
import { join } from "node:path";
import { cityCodes } from "../../packages/server/city/index.ts";
import { demoCity, seedCity } from "../../packages/server/demo/index.ts";
import { serve } from "../../packages/server/serve.ts";
import { migrate, openDatabase } from "../../packages/server/store/index.ts";
import { seedPhotos } from "./photos.ts";

const [databaseUrl = "", folder = "", startsAt = "", webFolder = ""] = process.argv.slice(2);
const day = 24 * 60 * 60_000;
const started = Date.now();
let days = 0;

const db = await openDatabase(databaseUrl === "" ? { folder: join(folder, "database") } : { url: databaseUrl });
await migrate(db);
if (!(await cityCodes(db)).includes(demoCity)) {
  await seedCity(db);
  await seedPhotos(db, demoCity);
}
await db.close();

const server = await serve({
  ...(databaseUrl === "" ? {} : { databaseUrl }),
  folder,
  ...(webFolder === "" ? {} : { webFolder }),
  host: "127.0.0.1",
  port: 0,
  demo: false,
  city: demoCity,
  now: () => Number(startsAt) + (Date.now() - started) + days * day,
});

// Each measurement has a day of its own: a day has 99,999 case numbers.
process.on("message", () => {
  days += 1;
  process.send?.({ days });
});
process.on("disconnect", () => {
  void server.close().then(() => process.exit(0));
});
process.send?.({ url: server.url });
