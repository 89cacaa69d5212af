import { Readable } from "node:stream";
import sharp from "sharp";
import type { Evidence } from "../evidence/index.ts";
import { places } from "./files.ts";
import { readerOf } from "./cast.ts";
import { tellMatters, type Lane } from "./matters/index.ts";
import { makeRandom, type Random } from "./random.ts";
import { picture, scenes, type Scene } from "./scenes.ts";
import { tell, type Ending, type Plot, type Stage } from "./story.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** How many stories end how. The closed ones lie in the past weeks; the others are left as they stand today. */
const recent: readonly (readonly [Ending, number])[] = [
  ["reported", 5],
  ["verifying", 3],
  ["untrue", 2],
  ["accepted", 4],
  ["filed", 4],
  ["districtFiled", 3],
  ["dispatched", 6],
  ["handling", 9],
  ["returning", 2],
  ["disputed", 1],
  ["onHold", 3],
  ["handled", 4],
  ["checking", 4],
  ["checked", 4],
  ["rework", 2],
  ["extension", 2],
  ["askHold", 2],
  ["askVoid", 1],
];
const past: readonly (readonly [Ending, number])[] = [
  ["closed", 90],
  ["short", 24],
  ["notAccepted", 5],
  ["voided", 4],
  ["merged", 4],
  ["forced", 3],
  ["appeal", 2],
];

export interface DemoOptions {
  /** A case service whose clock is the story's: each lane has its own, all share one journal. */
  readonly lanes: readonly Lane[];
  readonly evidence: Evidence;
  readonly now: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Tells the demo's stories. Returns how many cases of the city there are now; the other procedures have theirs beside. */
export async function tellStories(options: DemoOptions): Promise<number> {
  const random = makeRandom(2022);
  const pictures = await drawPictures(options.evidence);
  const [lane] = options.lanes;
  if (!lane) throw new Error("The demo needs a lane");
  const rehearse = (item: Item) =>
    rehearsed(item, (startsAt) => stageOf(lane, startsAt, pictures, makeRandom(item.seed)));
  const queue = await Promise.all([
    ...plots(random, past, () => options.now - day - Math.floor(random.next() * 28 * day)).map(rehearse),
    ...plots(
      random,
      recent,
      () => options.now - (random.chance(0.25) ? random.between(15, 45) : random.between(1, 11)) * minute,
    ).map(rehearse),
  ]);
  queue.push(...(await Promise.all(twins(queue, options.now).map(rehearse))));
  queue.sort((one, other) => one.startsAt - other.startsAt);
  const total = queue.length;
  let done = 0;
  let main: string | undefined;
  let next = 0;
  await tellMatters(options.lanes, options.now, (scene, moment) => pictures.get(key(scene, moment, 0)) ?? "");
  await Promise.all(
    options.lanes.map(async (lane) => {
      for (let item = queue[next]; item; item = queue[next]) {
        next += 1;
        const plot: Plot = { ...item.plot, ...(main === undefined ? {} : { main }) };
        const stage = stageOf(lane, item.startsAt, pictures, makeRandom(item.seed));
        const no = await tell(stage, plot);
        if (item.plot.ending === "closed") main ??= no;
        done += 1;
        options.onProgress?.(done, total);
      }
    }),
  );
  return done;
}

interface Item {
  readonly plot: Plot;
  readonly seed: number;
  /** When its last step shall lie. */
  readonly endsBy: number;
}

/** Reports of what others have reported too: just the same, from somebody else, for the intake officer to find and merge. */
function twins(told: readonly Item[], now: number): Item[] {
  return told
    .filter(({ plot }) => plot.ending === "filed" || plot.ending === "dispatched")
    .slice(0, 2)
    .map(({ plot, seed }, at) => ({
      plot: { ...plot, ending: "reported" },
      seed: seed + 1,
      endsBy: now - (at + 2) * minute,
    }));
}

function plots(random: Random, endings: readonly (readonly [Ending, number])[], endsBy: () => number): Item[] {
  const weighted = scenes.flatMap((scene) => Array.from({ length: scene.weight }, () => scene));
  return endings.flatMap(([ending, count]) =>
    Array.from({ length: count }, () => {
      // The appeal is about a late mark: small advertisements have the shortest limit.
      const scene = ending === "appeal" ? (scenes[0] ?? random.pick(weighted)) : random.pick(weighted);
      const plot: Plot = {
        scene,
        place: random.pick(places.places),
        text: random.pick(scene.texts),
        ending,
        main: "0",
      };
      return { plot, seed: random.between(1, 2 ** 30), endsBy: endsBy() };
    }),
  );
}

/**
 * Finds when a story must begin to end in time: it is played through without writing, from several
 * beginnings. Crews rest at night, so the length of a story depends on when it begins.
 */
async function rehearsed(item: Item, stageAt: (startsAt: number) => Stage): Promise<Item & { startsAt: number }> {
  const ends = async (startsAt: number) => {
    const stage = stageAt(startsAt);
    stage.open = () => Promise.resolve(done);
    stage.act = () => Promise.resolve(done);
    await tell(stage, item.plot);
    return stage.now;
  };
  let early = item.endsBy - 30 * day;
  let late = item.endsBy;
  while (late - early > minute) {
    const middle = (early + late) / 2;
    if ((await ends(middle)) <= item.endsBy) early = middle;
    else late = middle;
  }
  return { ...item, startsAt: Math.floor(early) };
}

const done = { ok: true, value: { no: "0", seq: 1, state: "" } } as const;

function stageOf(
  lane: DemoOptions["lanes"][number],
  startsAt: number,
  pictures: ReadonlyMap<string, string>,
  random: Random,
): Stage {
  const { cases } = lane;
  const { sources } = cases;
  const stage: Stage = {
    now: startsAt,
    random,
    calendar: sources.city.calendar,
    act(reader, no, action, input, evidence = []) {
      lane.setNow(stage.now);
      return cases.act(reader, { no, action, input, evidence });
    },
    open(reader, action, input, evidence) {
      lane.setNow(stage.now);
      return cases.open(reader, { procedure: "city-case", action, input, evidence });
    },
    picture: (scene, moment) => pictures.get(key(scene, moment, random.between(0, 1))) ?? "",
    responsible: (type, area) => sources.responsibility.answer({ type, area }).candidates,
    within: (unit, above) => sources.directory.within(unit, above),
    criterion: (type) => sources.catalogue.type(type)?.criteria[0]?.id ?? "",
  };
  return stage;
}

const key = (scene: Scene, moment: string, variant: number) => `${scene.type} ${moment} ${variant}`;

/** The demo's pictures: drawn, not photographed, and stored like any upload. */
async function drawPictures(evidence: Evidence): Promise<ReadonlyMap<string, string>> {
  const stored = new Map<string, string>();
  for (const scene of scenes)
    for (const moment of ["before", "after"] as const)
      for (const variant of [0, 1]) {
        const jpeg = await sharp(Buffer.from(picture(scene, moment, variant * 24)))
          .jpeg({ quality: 80 })
          .toBuffer();
        const answer = await evidence.store(Readable.from([jpeg]), {
          reader: readerOf("collector1"),
          fileName: `${scene.type}-${moment}.jpg`,
          drawing: true,
        });
        if (!answer.ok) throw new Error(`Demo picture ${scene.type}: ${answer.refusal.message.en}`);
        stored.set(key(scene, moment, variant), answer.value.hash);
      }
  return stored;
}
