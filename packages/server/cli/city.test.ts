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
  { timeout: 90_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "xiuhua-found-"));
    const areas = join(folder, "areas.json");
    await writeFile(areas, JSON.stringify({ features: [square("3205", "city"), square("320508", "district")] }));
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
    await writeFile(join(folder, "other.json"), JSON.stringify({ features: [square("4108", "city")] }));
    expect(await run(create("--areas", join(folder, "other.json")), "long enough\n")).toMatchObject({
      code: 2,
      said: expect.stringContaining("4108"),
    });

    const founded = await run(create(), "long enough\n");
    expect(founded.code).toBe(0);
    expect(JSON.parse(founded.out)).toEqual({ city: "3205", areas: 2, administrator: "admin" });
    expect(founded.said + founded.out).not.toContain("long enough");
    expect(await run(create(), "long enough\n")).toMatchObject({ code: 2, said: expect.stringContaining("已存在") });
  },
);
