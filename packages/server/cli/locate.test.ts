import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { convert } from "../places/network/index.ts";
import { isOffline, runOffline } from "./offline.ts";

const road = (name: string, from: [number, number], to: [number, number]) => ({
  type: "Feature",
  properties: { name, width_m: 16 },
  geometry: { type: "LineString", coordinates: [from, to] },
});
const roads = [
  road("和平街", [113.236, 35.2405], [113.27, 35.2405]),
  road("文化巷", [113.2475, 35.236], [113.2475, 35.247]),
];
const hall = {
  type: "Feature",
  properties: { name: "征云礼堂" },
  geometry: { type: "Point", coordinates: [113.2632, 35.2378] },
};

let folder = "";
let network = "";
let places = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "xiuhua-locate-"));
  network = join(folder, "roads.geojson");
  places = join(folder, "places.ndjson");
  await writeFile(network, JSON.stringify({ type: "FeatureCollection", features: roads }));
  await writeFile(places, JSON.stringify(hall));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

class Text extends Writable {
  text = "";
  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function xiuhua(args: readonly string[], input: Iterable<Buffer> | string, stop = new AbortController()) {
  const [stdout, stderr] = [new Text(), new Text()];
  const stdin = Readable.from(typeof input === "string" ? [Buffer.from(input)] : input);
  const code = await runOffline(args, { env: {}, stdin, stdout, stderr, now: () => 0, signal: stop.signal });
  const lines = stdout.text.split("\n").slice(0, -1);
  return { code, err: stderr.text, raw: stdout.text, lines: lines.map((line): Answer => JSON.parse(line)) };
}

interface Answer {
  text: string;
  points: { lng: number; lat: number; radius_m: number; score: number; reading: string; doubts: string[] }[];
  parsed: unknown;
  leftover: string[];
  error?: string;
}

/** Metres, near enough. */
const apart = (one: { lng: number; lat: number }, lng: number, lat: number) =>
  Math.hypot((one.lng - lng) * 90_900, (one.lat - lat) * 111_000);

test("what needs no database is told from what does", () => {
  expect([["locate", "--network", "x"], ["describe"], ["serve"], []].map(isOffline)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

describe("xiuhua locate", () => {
  test("answers each line in order, and whatever stands in one, the next is answered", async () => {
    function* input() {
      yield Buffer.from("\uFEFF和平街与文化巷交叉口东30米路南\r\n\n没有这个地方\n");
      for (let part = 0; part < 64; part += 1) yield Buffer.alloc(1 << 20, "路");
      yield Buffer.concat([
        Buffer.from("\n"),
        Buffer.from([0xba, 0xcd, 0xc6, 0xbd, 0x0a]),
        Buffer.from("征云礼\u2028堂\n"),
      ]);
      yield Buffer.from("征云礼堂");
    }
    const { code, lines, raw } = await xiuhua(["locate", "--network", network, "--network", places], input());
    expect(code).toBe(0);
    const [crossing, blank, unknown, long, gbk, broken, hallAnswer] = lines;
    expect(lines).toHaveLength(7);
    expect(crossing).toMatchObject({ text: "和平街与文化巷交叉口东30米路南", leftover: [] });
    expect(crossing?.points[0]).toMatchObject({ reading: "和平街与文化巷交叉口东30米路南", doubts: [] });
    expect(crossing?.parsed).toMatchObject({ anchor: { kind: "crossing" }, side: "south" });
    expect(apart(crossing!.points[0]!, 113.24783, 35.240428)).toBeLessThan(5);
    expect(blank).toEqual({ text: "", points: [], parsed: null, leftover: [] });
    expect(unknown?.points).toEqual([]);
    expect(long).toMatchObject({ points: [], error: expect.stringContaining("16 KB") });
    expect(long!.text.length).toBeLessThan(100);
    expect(gbk).toMatchObject({ points: [], error: expect.stringContaining("UTF-8") });
    expect(broken?.text).toBe("征云礼\u2028堂");
    expect(raw).not.toContain("\u2028");
    expect(apart(hallAnswer!.points[0]!, 113.2632, 35.2378)).toBeLessThan(1);
  });

  test("remarks come in the language asked for, the unused pieces with them", async () => {
    const { lines } = await xiuhua(["locate", "--network", network, "--language", "en"], "和平街与建设路交叉口\n");
    expect(lines[0]?.points[0]?.doubts.join()).toContain("建设路");
    expect(lines[0]?.points[0]?.doubts.join()).toMatch(/^[^a-z]*[a-z]/);
  });

  test("answers lie on the file's own map, or on the one that is asked for", async () => {
    const shifted = join(folder, "gcj02.geojson");
    const moved = roads.map(({ geometry, ...rest }) => ({
      ...rest,
      geometry: {
        ...geometry,
        coordinates: geometry.coordinates.map((at) => convert([at[0]!, at[1]!], "wgs84", "gcj02")),
      },
    }));
    await writeFile(shifted, JSON.stringify({ type: "FeatureCollection", features: moved }));
    const ask = async (...args: string[]) => {
      const { lines } = await xiuhua(["locate", "--network", shifted, ...args], "和平街与文化巷交叉口\n");
      return lines[0]!.points[0]!;
    };
    const [lng, lat] = convert([113.2475, 35.2405], "wgs84", "gcj02");
    expect(apart(await ask("--datum", "gcj02"), lng, lat)).toBeLessThan(2);
    expect(apart(await ask("--datum", "gcj02", "--answer-datum", "wgs84"), 113.2475, 35.2405)).toBeLessThan(2);
    expect(apart(await ask(), lng, lat)).toBeLessThan(2);
  });

  test("a few features with errors are left out and told; a file that cannot be used ends the run with 2", async () => {
    const some = join(folder, "some.geojson");
    const bad = { type: "Feature", properties: { name: "解放路" }, geometry: null };
    await writeFile(some, JSON.stringify({ type: "FeatureCollection", features: [...roads, bad] }));
    const { code, err, lines } = await xiuhua(["locate", "--network", some], "和平街\n");
    expect([code, lines.length]).toEqual([0, 1]);
    expect(err).toContain("feature 3");
    await writeFile(some, '{"type":"FeatureCollection","features":[');
    const broken = await xiuhua(["locate", "--network", some], "和平街\n");
    expect([broken.code, broken.raw]).toEqual([2, ""]);
    expect(broken.err).toContain("不完整");
    expect((await xiuhua(["locate"], "")).code).toBe(2);
  });

  test("it stops when the person wants it to", async () => {
    const stop = new AbortController();
    function* endless() {
      for (let no = 0; ; no += 1) {
        if (no === 3) stop.abort();
        yield Buffer.from("和平街\n");
      }
    }
    expect((await xiuhua(["locate", "--network", network], endless(), stop)).code).toBe(130);
  });
});

describe("xiuhua describe", () => {
  test("a line that is no point is told, and the next one is answered", async () => {
    const { code, lines } = await xiuhua(
      ["describe", "--network", network],
      "113.2478,35.2404\n\n35.24 113.24\nhere\n113.3，95\n",
    );
    expect([code, lines.length]).toEqual([0, 5]);
    expect(lines[0]).toMatchObject({ lng: 113.2478, lat: 35.2404 });
    const nothing = { lng: null, lat: null, text: null, alternatives: [], off_m: null };
    expect(lines[1]).toEqual(nothing);
    expect(lines.slice(2)).toEqual([0, 1, 2].map(() => ({ ...nothing, error: expect.stringContaining("经度,纬度") })));
  });
});
