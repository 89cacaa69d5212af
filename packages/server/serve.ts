import { join } from "node:path";
import type { AddressInfo } from "node:net";
import { gazetteerSteps } from "@xiuhua/core/place";
import { cityCase, procedures } from "@xiuhua/procedures";
import { caseRoutes, exportRoutes, makeCaseService, procedureRoutes, takingKinds } from "./cases/index.ts";
import { catalogueRoutes, shippedCatalogue } from "./catalogue/index.ts";
import { chooseCity, cityCodes, loadCity } from "./city/index.ts";
import { demoCity, seedCity, seedStreet, sendOut, tellStories } from "./demo/index.ts";
import { componentRoutes, makeComponents } from "./components/index.ts";
import { deskRoutes, makePhrases } from "./desk/index.ts";
import { directoryOf } from "./directory.ts";
import { duplicateRoutes, makeDuplicates } from "./duplicates/index.ts";
import { enterpriseRoutes } from "./enterprises/index.ts";
import { evidenceRoutes, makeEvidence } from "./evidence/index.ts";
import { fieldRoutes, makeField } from "./field/index.ts";
import { buildApp, makeLog } from "./http/index.ts";
import { ledgerRoutes, makeLedgers } from "./ledgers/index.ts";
import { linkRoutes, makeLinks } from "./links/index.ts";
import { liveRoutes, makeLiveHub } from "./live/index.ts";
import { mapRoutes, mapSettings, outsideHosts } from "./map/index.ts";
import { paperRoutes } from "./paper/index.ts";
import { makePeople, peopleRoutes } from "./people/index.ts";
import { gazetteerRoutes, makeLivePlaces, makeLiveGazetteer, placeRoutes } from "./places/index.ts";
import { pledgeRoutes } from "./pledges/index.ts";
import { makeResponsibility, responsibilityRoutes } from "./responsibility/index.ts";
import { publicRoutes } from "./public/index.ts";
import { settingsGroups } from "./settings-groups.ts";
import { makePush, pushRoutes, type PushOptions } from "./push/index.ts";
import { migrate, openDatabase, type Database } from "./store/index.ts";
import { makeUploads, uploadRoutes } from "./uploads/index.ts";
import { workRoutes } from "./work/index.ts";

export interface ServeOptions {
  /** `DATABASE_URL`; without it the embedded database in `folder`. */
  readonly databaseUrl?: string;
  /** `DATABASE_POOL`: connections to it at most. */
  readonly connections?: number;
  /** Where the embedded database and the files lie. */
  readonly folder: string;
  readonly host: string;
  readonly port: number;
  readonly webFolder?: string;
  /** The city to serve; needed only where the database holds several. */
  readonly city?: string;
  /** Make the demo city in an empty database. */
  readonly demo: boolean;
  readonly now?: () => number;
  readonly say?: (line: string) => void;
  readonly trustProxy?: boolean | string;
  readonly secureCookies?: boolean;
}

/** How often time itself is asked what is due: holds that end. */
const tickMs = 20_000;

/** How often what is past its time is removed. */
const tidyMs = 3_600_000;
/** How often what other processes wrote is looked for; the embedded database has one process. */
const lookMs = 2_000;

/** Opens the store, brings it forward, and serves one city until `close`. */
export async function serve(options: ServeOptions) {
  const now = options.now ?? Date.now;
  const say = options.say ?? (() => undefined);
  const db = await openDatabase(
    options.databaseUrl === undefined
      ? { folder: join(options.folder, "database") }
      : {
          url: options.databaseUrl,
          ...(options.connections === undefined ? {} : { connections: options.connections }),
        },
  );
  try {
    await migrate(db);
    if (options.demo && (await cityCodes(db)).length === 0) await createDemo({ db, folder: options.folder, now, say });
    return await start(db, options, now);
  } catch (error) {
    await db.close();
    throw error;
  }
}

async function start(db: Database, options: ServeOptions, now: () => number) {
  const codes = await cityCodes(db);
  const code = chooseCity(codes, options.city);
  const log = makeLog({});
  const { app, services } = await assemble({ ...options, db, city: code, now, log });
  const { cases, evidence, uploads, gazetteer, push, field } = services;
  await evidence.sweep();
  await cases.outbox.drain();
  await cases.recover();
  const ticking = setInterval(() => {
    cases.tick().catch((error: unknown) => log.error({ error }, "The clock could not act"));
    cases.outbox.wake();
    void cases.recover();
    push.wake();
    services.responsibility.refresh().catch((error: unknown) => log.error({ error }, "The rules could not be read"));
  }, tickMs);
  const tidy = () => {
    Promise.all([uploads.sweep(), field.sweep(), push.sweep()]).catch((error: unknown) =>
      log.error({ error }, "What is past its time could not be removed"),
    );
  };
  tidy();
  const tidying = setInterval(tidy, tidyMs);
  const looking = setInterval(() => {
    if (db.kind === "server")
      cases.unfinished.refresh().catch((error: unknown) => log.error({ error }, "Others' writes could not be read"));
  }, lookMs);
  await gazetteer.refresh();
  const unwatch = [gazetteer.watch(), services.places.watch()];
  await app.listen({ host: options.host, port: options.port });
  return {
    app,
    services,
    url: addressOf(app.server.address(), options.host),
    async close(): Promise<void> {
      clearInterval(ticking);
      clearInterval(tidying);
      clearInterval(looking);
      for (const stop of unwatch) stop();
      await app.close();
      await cases.drain();
      await push.close();
      await db.close();
    },
  };
}

export interface AssembleOptions extends Pick<ServeOptions, "folder" | "webFolder" | "trustProxy" | "secureCookies"> {
  readonly db: Database;
  readonly city: string;
  readonly now: () => number;
  readonly log: ReturnType<typeof makeLog>;
  readonly sendPush?: PushOptions["send"] | undefined;
}

/** One city's capabilities and the application that offers them; it does not listen yet. */
export async function assemble({ db, city: code, folder, now, log, ...rest }: AssembleOptions) {
  const hub = makeLiveHub();
  const failed = (message: string, error: unknown) => log.error({ error }, message);
  const { sendPush } = rest;
  const services = await makeServices({ db, city: code, folder, now, log: failed, hub, sendPush });
  const { city, people, cases, evidence, uploads, places, gazetteer, catalogue } = services;
  const { responsibility, components, push, field } = services;
  const base = { db, city, now, people, log };
  const app = await buildApp(base, {
    capabilities: [
      peopleRoutes(base),
      caseRoutes(cases),
      exportRoutes(cases),
      paperRoutes({ city, cases, evidence, directory: people.directory, now, log: failed }),
      procedureRoutes(cases),
      evidenceRoutes({ evidence, mayRead: (reader, hash) => cases.mayReadEvidence(reader, hash) }),
      uploadRoutes(uploads),
      linkRoutes(makeLinks({ db, city, cases, evidence, now }), evidence),
      publicRoutes({ db, city, sources: cases.sources, procedures }),
      placeRoutes({ db, city, places, people, now }),
      gazetteerRoutes({ db, city, places, gazetteer, components, now }),
      mapRoutes({
        db,
        city,
        procedures,
        below: (unit) => cases.sources.directory.below(unit),
        open: cases.unfinished,
        now,
        places,
        gazetteer,
        folder,
        log: failed,
      }),
      catalogueRoutes({
        catalogue,
        responsible(type, point) {
          const area = point && places.locate(point.lng, point.lat)?.area;
          return responsibility.answer({ type, ...(area === undefined ? {} : { area }) }).candidates;
        },
      }),
      ledgerRoutes(services.ledgers),
      componentRoutes(components),
      pledgeRoutes({ db, cases, now }),
      workRoutes({ db, cases, now }),
      enterpriseRoutes({ db, cases, now }),
      duplicateRoutes(makeDuplicates({ db, city, cases, now })),
      responsibilityRoutes({ responsibility, catalogue, directory: cases.sources.directory, places, components }),
      deskRoutes({ db, city, now, people }),
      fieldRoutes(field, { city, directory: people.directory, places, now }),
      pushRoutes(push),
      liveRoutes(hub),
    ],
    outsideHosts: outsideHosts(city.settings(mapSettings)),
    ...(rest.webFolder === undefined ? {} : { webFolder: rest.webFolder }),
    ...(rest.trustProxy === undefined ? {} : { trustProxy: rest.trustProxy }),
    ...(rest.secureCookies === undefined ? {} : { secureCookies: rest.secureCookies }),
  });
  return { app, services };
}

export interface ServicesOptions {
  readonly db: Database;
  readonly city: string;
  readonly folder: string;
  readonly now: () => number;
  readonly log: (message: string, error: unknown) => void;
  readonly hub?: ReturnType<typeof makeLiveHub>;
  /** Sends push messages; a test brings its own. */
  readonly sendPush?: PushOptions["send"] | undefined;
}

/** Every capability of one city, wired together; without HTTP, for the command line, benches and tests too. */
export async function makeServices({ db, city: code, folder, now, log, hub, sendPush }: ServicesOptions) {
  const city = await loadCity(db, code);
  // Settings that do not fit are told now, not when the first person acts.
  for (const group of settingsGroups) city.settings(group);
  const roles = new Set([...procedures.values()].flatMap((procedure) => Object.keys(procedure.roles)));
  const people = await makePeople({ db, city: code, now, roles: [...roles] });
  const places = await makeLivePlaces({ db, city: code, log });
  const gazetteer = makeLiveGazetteer({
    db,
    city: code,
    places,
    build: (data) => gazetteerSteps(data, { ready: true }),
    log,
  });
  const catalogue = shippedCatalogue();
  const evidence = makeEvidence({ db, city, folder: join(folder, "evidence"), now });
  const uploads = await makeUploads({ evidence, folder: join(folder, "uploads"), now });
  const directory = directoryOf(people.directory);
  const kinds = takingKinds(cityCase);
  const responsibility = await makeResponsibility({ db, city, catalogue, organisation: directory, places, kinds, now });
  const push = makePush({
    db,
    city: code,
    enabled: city.field.push,
    contact: city.field.pushContact,
    now,
    log,
    ...(sendPush === undefined ? {} : { send: sendPush }),
  });
  const cases = makeCaseService({
    db,
    city,
    procedures,
    catalogue,
    directory,
    places,
    responsibility,
    now,
    storedEvidence: (hashes) => evidence.evidenceExists(hashes),
    log,
    onCarried: () => push.wake(),
    onWritten: (writes) =>
      // Everybody hears that a case moved; of a confidential one not even that.
      hub?.publish(
        writes.flatMap(({ procedure, record: { no, seq, state } }) =>
          procedure.confidential ? [] : [{ no, seq, state }],
        ),
      ),
  });
  const components = makeComponents({ db, city, catalogue, places, directory, responsibility, cases, now });
  const phrases = makePhrases({ db, city: code, directory: people.directory, now });
  const field = makeField({
    db,
    city,
    directory: people.directory,
    places,
    now,
    catalogue,
    procedures,
    gazetteer,
    push,
    phrases: (reader) => phrases.list(reader, undefined),
    waiting: (reader) => cases.waiting(reader),
    tell: (persons) => hub?.tell(persons),
    stir: (persons) => hub?.stir(persons),
  });
  const ledgers = makeLedgers({ db, city, cases, catalogue, directory: people.directory, gazetteer });
  const known = { city, people, places, gazetteer, catalogue, responsibility, ledgers };
  return { ...known, evidence, uploads, cases, components, push, field };
}

/** Stories told side by side, so that their writes share statements. */
const demoLanes = 16;

/** Makes the demo city and tells its stories, each on its own clock, through the same door as a person at a screen. */
export async function createDemo(options: {
  readonly db: Database;
  readonly folder: string;
  readonly now: () => number;
  readonly say: (line: string) => void;
}): Promise<number> {
  const { db, folder, say } = options;
  say("Making the demo city (Jiaozuo; schematic map, invented names) …");
  await seedCity(db, options.now());
  const failed = (message: string, error: unknown) => say(`${message}: ${String(error)}`);
  const services = await makeServices({ db, city: demoCity, folder, now: options.now, log: failed });
  const { evidence, cases } = services;
  await seedStreet({ ...services, db, city: demoCity, now: options.now() });
  const lanes = Array.from({ length: demoLanes }, () => {
    let now = options.now();
    return { cases: cases.onClock(() => now), setNow: (at: number) => void (now = at) };
  });
  const count = await tellStories({ lanes, evidence, now: options.now() });
  await cases.drain();
  await sendOut({ ...services, now: options.now() });
  say(`The demo city has ${count} cases.`);
  return count;
}

function addressOf(address: string | AddressInfo | null, host: string): string {
  if (address === null || typeof address === "string") return String(address);
  return `http://${host === "0.0.0.0" || host === "::" ? "localhost" : host}:${address.port}`;
}
