import { expect, test } from "vitest";
import type { ApiToken, DemoAccount, Me, NewApiToken } from "../api/index.ts";
import { sql } from "../store/index.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { faults, hours, makeTown, password, sharedTown } from "./fixture.ts";

const day = 24 * hours;

forEachDatabase("my own settings", (open) => {
  test("the language is mine from the next answer on", async () => {
    const town = await makeTown(await open());
    const lin = await town.logIn("lin");
    expect((await lin.ask("GET", "/api/nowhere")).statusCode).toBe(404);
    const before = await lin.ask("GET", "/api/people/nobody");
    expect(before.json<{ title: string }>().title).toBe("没有找到");
    const changed = await lin.ask("PATCH", "/api/me", { language: "en" });
    expect(changed.json<Me>().language).toBe("en");
    const after = await lin.ask("GET", "/api/people/nobody");
    expect(after.json<{ title: string }>().title).toBe("Not found");
    expect(faults(await lin.ask("PATCH", "/api/me", { language: "fr" }))).toEqual({
      status: 422,
      code: "invalid-input",
      fields: ["/language"],
    });
  });

  test("a new password needs the old one, and ends the other sessions", async () => {
    const town = await makeTown(await open());
    const [here, there] = [await town.logIn("lin"), await town.logIn("lin")];
    const change = (current: string, next: string) => here.ask("POST", "/api/me/password", { current, password: next });
    expect(faults(await change("wrong one", "new password"))).toEqual({
      status: 422,
      code: "invalid-input",
      fields: ["/current"],
    });
    expect(faults(await change(password, "short")).fields).toEqual(["/password"]);
    expect(faults(await change(password, "my name is Lin"))).toMatchObject({ status: 422, fields: ["/password"] });
    expect((await change(password, "battery staple")).statusCode).toBe(204);
    expect((await here.ask("GET", "/api/me")).statusCode).toBe(200);
    expect((await there.ask("GET", "/api/me")).statusCode).toBe(401);
    await expect(town.logIn("lin", password)).rejects.toThrow("wrong-password");
    expect((await town.logIn("lin", "battery staple")).me.id).toBe("lin");
  });

  test("guessing the old password in a stolen session locks the login", async () => {
    const town = await makeTown(await open());
    const lin = await town.logIn("lin");
    const guess = () => lin.ask("POST", "/api/me/password", { current: "guess", password: "new password" });
    for (let failure = 1; failure <= 4; failure += 1) expect((await guess()).statusCode).toBe(422);
    expect(faults(await guess())).toMatchObject({ status: 429, code: "locked-out" });
  });
});

forEachDatabase("API tokens", (open) => {
  const shared = sharedTown(open);
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  test("are shown once, let a program in without a cookie, and need no further proof", async () => {
    const db = await open();
    const town = await makeTown(db);
    const lin = await town.logIn("lin");
    const made = (await lin.ask("POST", "/api/me/tokens", { name: "tablet" })).json<NewApiToken>();
    expect(made.token).toMatch(/^xh_[\w-]{43}$/);
    const headers = bearer(made.token);
    const me = await town.ask({ url: "/api/me", headers });
    expect(me.json<Me>()).toMatchObject({ id: "lin", csrf: "", grants: [{ role: "dispatcher" }] });
    const patched = await town.ask({ method: "PATCH", url: "/api/me", headers, payload: { language: "en" } });
    expect(patched.statusCode).toBe(200);
    const listed = (await lin.ask("GET", "/api/me/tokens")).json<ApiToken[]>();
    expect(listed).toMatchObject([{ id: made.id, name: "tablet", usedAt: town.at(0), expiresAt: town.at(365 * day) }]);
    expect(listed[0]).not.toHaveProperty("token");
    const [row] = await db.query<{ token_hash: string }>(
      sql`select token_hash from api_token where city = ${town.city}`,
    );
    expect(row!.token_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test("run out at their time", async () => {
    const town = await makeTown(await open());
    const lin = await town.logIn("lin");
    const { token } = (
      await lin.ask("POST", "/api/me/tokens", { name: "day", expiresAt: town.at(day) })
    ).json<NewApiToken>();
    town.pass(day - 1);
    expect((await town.ask({ url: "/api/me", headers: bearer(token) })).statusCode).toBe(200);
    town.pass(1);
    expect(faults(await town.ask({ url: "/api/me", headers: bearer(token) })).code).toBe("not-logged-in");
  });

  test("stop when removed, by their owner alone", async () => {
    const town = await makeTown(await open());
    const [lin, zhao] = [await town.logIn("lin"), await town.logIn("zhao")];
    const { id, token } = (await lin.ask("POST", "/api/me/tokens", { name: "old" })).json<NewApiToken>();
    expect((await town.ask({ url: "/api/me", headers: bearer(token) })).statusCode).toBe(200);
    expect((await zhao.ask("DELETE", `/api/me/tokens/${id}`)).statusCode).toBe(404);
    expect((await lin.ask("DELETE", `/api/me/tokens/${id}`)).statusCode).toBe(204);
    expect((await town.ask({ url: "/api/me", headers: bearer(token) })).statusCode).toBe(401);
  });

  test("can make no tokens, set no password and lend no role", async () => {
    const town = await makeTown(await open());
    const lin = await town.logIn("lin");
    const { token } = (await lin.ask("POST", "/api/me/tokens", { name: "one" })).json<NewApiToken>();
    const post = (url: string, payload: object) => town.ask({ method: "POST", url, headers: bearer(token), payload });
    expect(faults(await post("/api/me/tokens", { name: "two" })).status).toBe(403);
    expect(faults(await post("/api/me/password", { current: password, password: "new password" })).status).toBe(403);
    const loan = { grant: "g", to: "zhao", validFrom: town.at(0), validTo: town.at(day) };
    expect(faults(await post("/api/delegations", loan)).status).toBe(403);
  });

  test.each([
    [{}, "/name"],
    [{ name: "  " }, "/name"],
    [{ name: "x", expiresAt: "tomorrow" }, "/expiresAt"],
    [{ name: "x", expiresAt: "2026-03-01T00:00:00Z" }, "/expiresAt"],
    [{ name: "x", expiresAt: "2028-03-01T00:00:00Z" }, "/expiresAt"],
  ])("name the field at fault in %j", async (input, field) => {
    const town = await shared();
    const lin = await town.client("lin");
    const answer = await lin.ask("POST", "/api/me/tokens", input);
    expect(faults(answer)).toEqual({ status: 422, code: "invalid-input", fields: [field] });
  });

  test.each(["Bearer xh_made-up", "Bearer nothing", "Basic bGluOng=", "xh_made-up", ""])(
    "let nobody in with %j, not even beside a good cookie",
    async (authorization) => {
      const town = await shared();
      const { cookie } = await town.client("lin");
      expect((await town.ask({ url: "/api/me", headers: { cookie, authorization } })).statusCode).toBe(401);
    },
  );
});

forEachDatabase("the demo's accounts", (open) => {
  test("are listed in a demo city, to anybody", async () => {
    const town = await makeTown(await open(), { demo: true });
    const accounts = (await town.ask({ url: "/api/demo/accounts" })).json<DemoAccount[]>();
    expect(accounts.map((one) => one.login)).toEqual(["admin", "lin", "zhao"]);
    expect(accounts[2]).toEqual({
      login: "zhao",
      name: { zh: "赵明", en: "Zhao Ming" },
      roles: ["collector"],
      unitName: { zh: "支队", en: "Brigade" },
    });
  });

  test("are nowhere else", async () => {
    const town = await makeTown(await open());
    expect(faults(await town.ask({ url: "/api/demo/accounts" }))).toMatchObject({ status: 404, code: "not-found" });
  });
});

forEachDatabase("the log", (open) => {
  test("holds no secret, whatever people send and whatever goes wrong", async () => {
    const town = await makeTown(await open());
    const lin = await town.logIn("lin");
    const { token } = (await lin.ask("POST", "/api/me/tokens", { name: "t" })).json<NewApiToken>();
    await lin.ask("POST", "/api/me/password", { current: password, password: "battery staple" });
    await town.ask({ method: "POST", url: "/api/session", payload: { login: "lin", password: "hunter2-guess" } });
    await town.ask({ method: "POST", url: "/api/session?password=in-the-address", payload: "{broken hunter2-guess" });
    await town.ask({ url: "/api/me", headers: { authorization: `Bearer ${token}` } });
    town.app.log.warn({ password, req: { headers: { cookie: lin.cookie } }, body: { token } }, "a careless line");
    const log = town.log.join("");
    expect(log).toContain('"path":"/api/me/password"');
    const session = lin.cookie.split("=")[1]!;
    for (const secret of [password, "battery staple", "hunter2-guess", "in-the-address", token, session, lin.me.csrf])
      expect(log).not.toContain(secret);
  });
});
