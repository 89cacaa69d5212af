import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { expect, test } from "vitest";
import { runCommand } from "./program.ts";

const square = (code: string, level: string) => ({
  properties: { code, level, name: { zh: `区划${code}`, en: code } },
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [120, 31],
        [121, 31],
        [121, 32],
        [120, 32],
        [120, 31],
      ],
    ],
  },
});

async function run(args: readonly string[], typed = "") {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const code = await runCommand(args, {
    env: {},
    stdin: Readable.from([typed]),
    stdout,
    stderr,
    now: Date.now,
    signal: new AbortController().signal,
  });
  return { code, out: String(stdout.read() ?? ""), said: String(stderr.read() ?? "") };
}

test(
  "a city is founded with its areas and one administrator; bad input founds nothing",
  { timeout: 180_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "xiuhua-found-"));
    const areas = join(folder, "areas.json");
    await writeFile(
      areas,
      JSON.stringify({ type: "FeatureCollection", features: [square("3205", "city"), square("320508", "district")] }),
    );
    const create = (...more: string[]) => [
      "city",
      "create",
      "--code",
      "3205",
      "--name",
      "苏州市",
      "--areas",
      areas,
      "--database",
      join(folder, "var"),
      ...more,
    ];

    expect(await run(create(), "short\n")).toMatchObject({ code: 2, said: expect.stringContaining("至少 8 位") });
    expect(await run(create("--admin", "Root User"), "long enough\n")).toMatchObject({ code: 2 });
    await writeFile(
      join(folder, "other.json"),
      JSON.stringify({ type: "FeatureCollection", features: [square("4108", "city")] }),
    );
    expect(await run(create("--areas", join(folder, "other.json")), "long enough\n")).toMatchObject({
      code: 2,
      said: expect.stringContaining("4108"),
    });

    const founded = await run(create(), "long enough\n");
    expect(founded.code).toBe(0);
    expect(JSON.parse(founded.out)).toEqual({ city: "3205", areas: 2, administrator: "admin" });
    expect(founded.said + founded.out).not.toContain("long enough");
    expect(await run(create(), "long enough\n")).toMatchObject({ code: 2, said: expect.stringContaining("已存在") });

    // What the city decides: read, changed, refused where it does not fit, the old then stays.
    const there = ["--database", join(folder, "var")];
    const file = join(folder, "settings.json");
    const shown: { workingTime: object; settings: object } = JSON.parse((await run(["city", "show", ...there])).out);
    await writeFile(file, JSON.stringify({ ...shown, settings: { "city-case": { acceptMinutes: 20 } } }));
    expect((await run(["city", "configure", file, ...there])).code).toBe(0);
    await writeFile(file, JSON.stringify({ ...shown, settings: { "city-case": { acceptMinutes: 0 } } }));
    expect(await run(["city", "configure", file, ...there])).toMatchObject({
      code: 2,
      said: expect.stringContaining("/acceptMinutes"),
    });
    expect(JSON.parse((await run(["city", "show", ...there])).out).settings).toEqual({
      "city-case": { acceptMinutes: 20 },
    });
    expect((await run(["city", "password", "admin", ...there], "another password\n")).code).toBe(0);
    expect((await run(["city", "password", "nobody", ...there], "another password\n")).code).toBe(2);
  },
);
