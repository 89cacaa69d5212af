import { expect, test } from "vitest";
import { areaTree } from "./area-tree.ts";

const area = (code: string, parent?: string) => ({
  code,
  name: { zh: `区${code}`, en: `Area ${code}` },
  level: "district",
  ...(parent === undefined ? {} : { parent }),
});

test("hangs each area below its parent, and keeps one whose parent is missing", () => {
  const tree = areaTree(
    [area("4108"), area("410802", "4108"), area("410802001", "410802"), area("999001", "999")],
    (w) => w.en,
  );
  expect(tree).toEqual([
    {
      value: "4108",
      title: "Area 4108",
      children: [
        { value: "410802", title: "Area 410802", children: [{ value: "410802001", title: "Area 410802001" }] },
      ],
    },
    { value: "999001", title: "Area 999001" },
  ]);
});
