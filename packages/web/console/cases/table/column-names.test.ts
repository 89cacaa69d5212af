import fc from "fast-check";
import { expect, test } from "vitest";
import { columnNames, moveColumn, readView, standardView, toggleColumn } from "./column-names.ts";

test("a stored view comes back, and a spoilt one falls back to the usual", () => {
  const view = { columns: ["no", "title"] as const, dense: false };
  expect(readView(JSON.stringify(view))).toEqual(view);
  for (const bad of [null, "", "{", "3", "null", '{"columns":[]}', '{"columns":["gone"]}'])
    expect(readView(bad)).toEqual(standardView);
  expect(readView('{"columns":["no","gone","no"],"dense":true}').columns).toEqual(["no"]);
});

test("moving and toggling never loses or doubles a column", () => {
  const some = fc.shuffledSubarray([...columnNames], { minLength: 1 });
  fc.assert(
    fc.property(
      some,
      fc.constantFrom(...columnNames),
      fc.constantFrom(-1 as const, 1 as const),
      (columns, name, by) => {
        expect([...moveColumn(columns, name, by)].toSorted()).toEqual([...columns].toSorted());
        const toggled = toggleColumn(columns, name);
        expect(new Set(toggled).size).toBe(toggled.length);
        expect(toggled.length).toBeGreaterThan(0);
        expect(toggled.includes(name)).toBe(!columns.includes(name) || columns.length === 1);
      },
    ),
  );
});
