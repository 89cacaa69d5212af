import { expect, test } from "vitest";
import { safeNext } from "./next.ts";

test("goes on to the page that was asked for", () => {
  expect(safeNext("/cases?state=filed")).toBe("/cases?state=filed");
});

test("does not leave this site or return to the log-in page", () => {
  for (const bad of [null, "", "https://evil.example/", "//evil.example/x", "/\\evil.example", "/login?next=/x"])
    expect(safeNext(bad)).toBe("/queue");
});
