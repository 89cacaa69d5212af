import { expect, test } from "vitest";
import type { Me } from "../api/index.ts";
import { sql } from "../store/index.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { cookieOf, faults, hours, makeTown, minutes, password, sharedTown } from "./fixture.ts";

forEachDatabase("log-in", (open) => {
  const shared = sharedTown(open);
  const tries = (login: string, secret: string) => ({
    method: "POST" as const,
    url: "/api/session",
    payload: { login, password: secret },
  });

  test("gives a session in a cookie that scripts and other sites can not use", async () => {
    const town = await makeTown(await open());
    const answer = await town.ask(tries("lin", password));
    expect(answer.statusCode).toBe(200);
    expect(answer.cookies[0]).toMatchObject({ name: "xiuhua_session", httpOnly: true, sameSite: "Strict", path: "/" });
    expect(answer.cookies[0]).not.toHaveProperty("secure");
    expect(answer.json<Me>()).toMatchObject({
      login: "lin",
      name: { zh: "林晓", en: "Lin Xiao" },
      language: "zh",
      grants: [{ role: "dispatcher", unit: "bureau", unitName: { zh: "城管局", en: "Bureau" } }],
      city: { code: town.city, zone: "Asia/Shanghai", demo: false },
    });
    const me = await town.ask({ url: "/api/me", headers: { cookie: cookieOf(answer) } });
    expect(me.json()).toEqual(answer.json());
  });

  test("stores only hashes of what lets somebody in", async () => {
    const db = await open();
    const town = await makeTown(db);
    const { cookie } = await town.logIn("lin");
    const token = cookie.split("=")[1]!;
    const [session] = await db.query<{ token_hash: string }>(sql`
      select token_hash from session where city = ${town.city} and person = 'lin'`);
    expect(session!.token_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(session!.token_hash).not.toContain(token);
    const [person] = await db.query<{ password_hash: string }>(sql`
      select password_hash from person where city = ${town.city} and id = 'lin'`);
    expect(person!.password_hash).toMatch(/^\$argon2id\$/);
  });

  test("answers a wrong password and an unknown login alike", async () => {
    const town = await makeTown(await open());
    const wrong = await town.ask(tries("lin", "guess"));
    const unknown = await town.ask(tries("nobody", "guess"));
    expect(faults(wrong)).toEqual({ status: 401, code: "wrong-password", fields: [] });
    const { instance: one, ...said } = wrong.json<Record<string, unknown>>();
    const { instance: other, ...saidToo } = unknown.json<Record<string, unknown>>();
    expect(one).not.toBe(other);
    expect(saidToo).toEqual(said);
  });

  test("takes the login as people type it", async () => {
    const town = await makeTown(await open());
    expect((await town.ask(tries(" LIN ", password))).statusCode).toBe(200);
  });

  test.each(["lin", "nobody"])("locks %s out for a quarter of an hour after five failures", async (login) => {
    const town = await makeTown(await open());
    for (let failure = 1; failure <= 4; failure += 1)
      expect((await town.ask(tries(login, "guess"))).statusCode).toBe(401);
    const fifth = await town.ask({ ...tries(login, "guess"), headers: { "accept-language": "en" } });
    expect(faults(fifth)).toEqual({ status: 429, code: "locked-out", fields: [] });
    // 08:00 in Shanghai, and a quarter of an hour.
    expect(fifth.json<{ detail: string }>().detail).toContain("08:15:00");
    expect(fifth.headers["retry-after"]).toBe("900");
    town.pass(14 * minutes);
    expect(faults(await town.ask(tries(login, password))).code).toBe("locked-out");
    town.pass(1 * minutes);
    expect((await town.ask(tries(login, "guess"))).statusCode).toBe(401);
    expect((await town.ask(tries(login, password))).statusCode).toBe(login === "lin" ? 200 : 401);
  });

  test("counts tries that come all at once", async () => {
    const town = await makeTown(await open());
    const answers = await Promise.all(Array.from({ length: 9 }, () => town.ask(tries("lin", "guess"))));
    expect(answers.filter((answer) => answer.statusCode === 401)).toHaveLength(4);
    expect(faults(await town.ask(tries("lin", password))).code).toBe("locked-out");
  });

  test("forgets failures after a right password", async () => {
    const town = await makeTown(await open());
    for (let round = 0; round < 2; round += 1) {
      for (let failure = 1; failure <= 4; failure += 1) await town.people.checkPassword("lin", "guess");
      expect(await town.people.checkPassword("lin", password)).toMatchObject({ ok: true });
    }
  });

  test("slows down who tries one login again and again", async () => {
    const town = await makeTown(await open());
    const answers = [];
    for (let time = 1; time <= 11; time += 1) answers.push(await town.ask(tries("zhao", "guess")));
    expect(faults(answers[9]!).code).toBe("locked-out");
    expect(faults(answers[10]!)).toEqual({ status: 429, code: "too-many-requests", fields: [] });
    expect(Number(answers[10]!.headers["retry-after"])).toBeGreaterThan(0);
    expect((await town.ask(tries("lin", password))).statusCode).toBe(200);
  });

  test("slows down who tries many logins from one address", async () => {
    const town = await makeTown(await open());
    const from = (remoteAddress: string, login: string) => town.ask({ ...tries(login, "guess"), remoteAddress });
    for (let time = 1; time <= 60; time += 1) await from("192.0.2.1", `login-${time}`);
    expect(faults(await from("192.0.2.1", "login-61")).code).toBe("too-many-requests");
    expect(faults(await from("192.0.2.2", "login-61")).code).toBe("wrong-password");
  });

  test("is not for somebody inactive, and ends when they become so", async () => {
    const town = await makeTown(await open());
    const lin = await town.logIn("lin");
    const admin = await town.logIn("admin");
    const left = await admin.ask("PUT", "/api/people/lin", { login: "lin", name: lin.me.name, active: false });
    expect(left.statusCode).toBe(200);
    expect((await lin.ask("GET", "/api/me")).statusCode).toBe(401);
    expect(faults(await town.ask(tries("lin", password))).code).toBe("wrong-password");
  });

  test.each([
    [{}, ["/login", "/password"]],
    [{ login: "lin" }, ["/password"]],
    [{ login: 7, password }, ["/login"]],
    [{ login: "lin", password: null }, ["/password"]],
    [{ login: "lin", password, admin: true }, ["/admin"]],
    [{ login: "", password }, ["/login"]],
    [{ login: "lin", password: "x".repeat(201) }, ["/password"]],
    [[], [""]],
  ])("names the field at fault in %j", async (payload, fields) => {
    const town = await shared();
    const answer = await town.ask({ method: "POST", url: "/api/session", payload });
    expect(faults(answer)).toEqual({ status: 422, code: "invalid-input", fields });
  });
});

forEachDatabase("a session", (open) => {
  test("runs out twelve hours after its last use", async () => {
    const town = await makeTown(await open());
    const lin = await town.logIn("lin");
    town.pass(11 * hours);
    expect((await lin.ask("GET", "/api/me")).statusCode).toBe(200);
    town.pass(11 * hours);
    expect((await lin.ask("GET", "/api/me")).statusCode).toBe(200);
    town.pass(12 * hours);
    expect(faults(await lin.ask("GET", "/api/me"))).toEqual({ status: 401, code: "not-logged-in", fields: [] });
  });

  test("runs out seven days after log-in, however much it is used", async () => {
    const town = await makeTown(await open());
    const lin = await town.logIn("lin");
    for (let passed = 0; passed < 7 * 24 - 8; passed += 8) {
      town.pass(8 * hours);
      expect((await lin.ask("GET", "/api/me")).statusCode).toBe(200);
    }
    town.pass(8 * hours);
    expect((await lin.ask("GET", "/api/me")).statusCode).toBe(401);
  });

  test("ends with log-out, at once, and its cookie goes", async () => {
    const town = await makeTown(await open());
    const [here, there] = [await town.logIn("lin"), await town.logIn("lin")];
    const answer = await here.ask("DELETE", "/api/session");
    expect(answer.statusCode).toBe(204);
    expect(answer.cookies[0]).toMatchObject({ name: "xiuhua_session", value: "" });
    expect((await here.ask("GET", "/api/me")).statusCode).toBe(401);
    expect((await there.ask("GET", "/api/me")).statusCode).toBe(200);
  });

  test("ends with a log-out everywhere, which leaves others alone", async () => {
    const town = await makeTown(await open());
    const [here, there, other] = [await town.logIn("lin"), await town.logIn("lin"), await town.logIn("zhao")];
    await here.ask("DELETE", "/api/session?everywhere=true");
    expect((await here.ask("GET", "/api/me")).statusCode).toBe(401);
    expect((await there.ask("GET", "/api/me")).statusCode).toBe(401);
    expect((await other.ask("GET", "/api/me")).statusCode).toBe(200);
  });

  test("ends when another process ended it, within seconds", async () => {
    const db = await open();
    const town = await makeTown(db);
    const lin = await town.logIn("lin");
    await lin.ask("GET", "/api/me");
    await db.query(sql`delete from session where city = ${town.city}`);
    town.pass(6_000);
    expect((await lin.ask("GET", "/api/me")).statusCode).toBe(401);
  });

  test("writes only with the proof that our own page sent it", async () => {
    const town = await makeTown(await open());
    const [lin, zhao] = [await town.logIn("lin"), await town.logIn("zhao")];
    const patch = (headers: Record<string, string>) =>
      town.ask({ method: "PATCH", url: "/api/me", headers: { cookie: lin.cookie, ...headers }, payload: {} });
    expect(faults(await patch({}))).toEqual({ status: 403, code: "wrong-csrf", fields: [] });
    expect(faults(await patch({ "x-csrf-token": "x" })).code).toBe("wrong-csrf");
    expect(faults(await patch({ "x-csrf-token": zhao.me.csrf })).code).toBe("wrong-csrf");
    expect((await patch({ "x-csrf-token": lin.me.csrf })).statusCode).toBe(200);
  });

  test("is nobody's whose cookie is made up", async () => {
    const town = await makeTown(await open());
    const answer = await town.ask({ url: "/api/me", headers: { cookie: "xiuhua_session=made-up" } });
    expect(answer.statusCode).toBe(401);
  });
});
