import { expect, test } from "vitest";
import { finish, type GazetteerData } from "@xiuhua/core/place";
import type { Correction } from "../../api/index.ts";
import { correct } from "./correct.ts";

const place = (id: string, name: string, lng: number) =>
  ({ id, name, aliases: [], kind: "poi", at: [lng, 35.24] }) as const;
const version: GazetteerData = {
  roads: [
    {
      id: "r1",
      name: "中山路",
      aliases: [],
      line: [
        [113.24, 35.24],
        [113.25, 35.24],
      ],
    },
    {
      id: "r2",
      name: "中山路",
      aliases: [],
      line: [
        [113.3, 35.24],
        [113.31, 35.24],
      ],
    },
  ],
  places: [place("p1", "便民市场", 113.24), place("p2", "便民市场", 113.3)],
  doors: [{ road: "中山路", number: 18, at: [113.241, 35.2401] }],
  areas: [],
};

function corrected(...corrections: Correction[]) {
  const { data, fates } = finish(
    correct(
      version,
      corrections.map((correction, at) => ({ no: at + 1, correction })),
    ),
  );
  return { ...data, fates: [...fates.values()] };
}

test("a road renamed keeps its old name as another one, on all its lines", () => {
  const { roads, fates } = corrected({ about: "road", action: "rename", target: { name: "中山路" }, name: "解放路" });
  expect(roads.map(({ name, aliases }) => [name, ...aliases])).toEqual([
    ["解放路", "中山路"],
    ["解放路", "中山路"],
  ]);
  expect(fates).toEqual(["applied"]);
  expect(version.roads[0]?.name).toBe("中山路");
});

test("with a place near by, only the nearest of the name is meant", () => {
  const near: [number, number] = [113.2995, 35.2401];
  const { roads, places } = corrected(
    { about: "road", action: "remove", target: { name: "中山路", near } },
    { about: "place", action: "move", target: { name: "便民市场", near }, at: [113.3005, 35.2405] },
  );
  expect(roads.map(({ id }) => id)).toEqual(["r1"]);
  expect(places.map(({ at }) => at[0])).toEqual([113.24, 113.3005]);
});

test("corrections build on each other in their order", () => {
  const { places, fates } = corrected(
    { about: "place", action: "add", name: "征云礼堂", kind: "poi", at: [113.2632, 35.2378] },
    { about: "place", action: "alias", target: { name: "征云礼堂" }, alias: "大礼堂" },
    { about: "place", action: "rename", target: { name: "征云礼堂" }, name: "文化礼堂" },
  );
  expect(places.at(-1)).toMatchObject({ name: "文化礼堂", aliases: ["大礼堂", "征云礼堂"] });
  expect(fates).toEqual(["applied", "applied", "applied"]);
});

test("house numbers are added, moved and removed", () => {
  const at: [number, number] = [113.245, 35.2401];
  const { doors } = corrected(
    { about: "door", action: "add", door: { road: "中山路", number: 18, annex: 2 }, at },
    { about: "door", action: "move", door: { road: "中山路", number: 18 }, at },
  );
  expect(doors).toEqual([
    { road: "中山路", number: 18, annex: 2, at },
    { road: "中山路", number: 18, at },
  ]);
});

test.each<[string, Correction, string]>([
  ["its road is gone", { about: "road", action: "alias", target: { name: "建设路" }, alias: "一马路" }, "orphaned"],
  [
    "nothing of the name is near",
    { about: "place", action: "remove", target: { name: "便民市场", near: [113.27, 35.24] } },
    "orphaned",
  ],
  ["its door is gone", { about: "door", action: "remove", door: { road: "中山路", number: 20 } }, "orphaned"],
  [
    "the version has the place by now",
    { about: "place", action: "add", name: "便民市场", kind: "poi", at: [113.2401, 35.24] },
    "contained",
  ],
  [
    "the version has the road by now",
    {
      about: "road",
      action: "add",
      name: "中山路",
      line: [
        [113.25, 35.2401],
        [113.24, 35.24],
      ],
    },
    "contained",
  ],
  [
    "the version has the new name by now",
    { about: "road", action: "rename", target: { name: "一马路" }, name: "中山路" },
    "contained",
  ],
])("a correction is told, not dropped, when %s", (_, correction, fate) => {
  const { fates, ...data } = corrected(correction);
  expect(fates).toEqual([fate]);
  expect(data).toEqual(version);
});
