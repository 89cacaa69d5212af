import { expect, test } from "vitest";
import { forEachDatabase } from "../testing/databases.ts";
import { makeTown } from "./fixture.ts";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

forEachDatabase("the people's routes", (open) => {
  test("stand in the OpenAPI document, closed but for log-in, the city's name and the demo's accounts", async () => {
    const town = await makeTown(await open());
    const document = (await town.ask({ url: "/api/openapi.json" })).json<{
      paths: Record<string, Record<string, { security?: unknown[]; summary?: string }>>;
    }>();
    expect(Object.keys(document.paths).sort((one, other) => one.localeCompare(other))).toEqual([
      "/api/city",
      "/api/delegations",
      "/api/delegations/{id}",
      "/api/demo/accounts",
      "/api/health",
      "/api/me",
      "/api/me/password",
      "/api/me/tokens",
      "/api/me/tokens/{id}",
      "/api/people",
      "/api/people/{id}",
      "/api/people/{id}/grants",
      "/api/people/{id}/grants/{grant}",
      "/api/people/{id}/password",
      "/api/people/{id}/unlock",
      "/api/session",
      "/api/shifts",
      "/api/shifts/{id}",
      "/api/units",
      "/api/units/{id}",
    ]);
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, ...operation })),
    );
    expect(operations.every((operation) => (operation.summary ?? "") !== "")).toBe(true);
    const unlocked = operations.filter((operation) => operation.security?.length === 0);
    expect(unlocked.map((operation) => operation.name)).toEqual([
      "get /api/health",
      "get /api/city",
      "post /api/session",
      "get /api/demo/accounts",
    ]);
    for (const { name } of operations.filter((operation) => !unlocked.includes(operation))) {
      const [verb, path] = name.split(" ");
      const method = methods.find((one) => one.toLowerCase() === verb)!;
      const url = path!.replaceAll(/\{\w+\}/g, "x");
      const answer = await town.app.inject({ method, url });
      expect([name, answer.statusCode]).toEqual([name, 401]);
    }
  });
});
