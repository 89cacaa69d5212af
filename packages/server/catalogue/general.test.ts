import { expect, test } from "vitest";
import { shippedCatalogue } from "./catalogue.ts";

test("every type can be filed: the ones without a city's criterion by a general one that says so", () => {
  const catalogue = shippedCatalogue();
  expect(catalogue.types.every((type) => type.criteria.length > 0)).toBe(true);
  const general = catalogue.types.filter((type) => type.criteria[0]?.source === "default");
  expect(general.length).toBeGreaterThan(50);
  for (const type of general) {
    expect(catalogue.criterion(`${type.code}-0`)?.type).toBe(type.code);
    expect(catalogue.type(type.code)?.criteria).toHaveLength(1);
  }
  expect(catalogue.type("07001")?.criteria[0]).toMatchObject({ id: "07001-1", limit: { value: 1, unit: "work_day" } });
});
