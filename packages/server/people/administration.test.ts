import { expect, test } from "vitest";
import type { Grant, Person, Shift, Unit } from "../api/index.ts";
import { sql } from "../store/index.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { faults, hours, makeTown, password, sharedTown } from "./fixture.ts";

const words = (word: string) => ({ zh: word, en: word });

forEachDatabase("the organisation", (open) => {
  const shared = sharedTown(open);
  const squad = { id: "squad", parent: "brigade", kind: "squad", name: words("中队") };

  test("is read by everybody and changed by administrators alone", async () => {
    const town = await makeTown(await open());
    const lin = await town.logIn("lin");
    expect((await lin.ask("GET", "/api/units")).json<Unit[]>().map((unit) => unit.id)).toEqual(["bureau", "brigade"]);
    for (const [method, url, body] of [
      ["POST", "/api/units", squad],
      ["PUT", "/api/units/brigade", { ...squad, id: "brigade", parent: "bureau" }],
      ["DELETE", "/api/units/brigade", undefined],
      ["POST", "/api/people", { login: "wang", name: words("王") }],
      ["PUT", "/api/people/zhao", { login: "zhao", name: words("赵") }],
      ["POST", "/api/people/zhao/password", { password: "new password" }],
      ["POST", "/api/people/zhao/unlock", undefined],
      ["POST", "/api/people/lin/grants", { role: "administrator", unit: "bureau" }],
      ["DELETE", "/api/people/lin/grants/x", undefined],
      ["POST", "/api/shifts", { person: "lin", role: "dispatcher", startsAt: town.at(0), endsAt: town.at(hours) }],
      ["DELETE", "/api/shifts/x", undefined],
    ] as const)
      expect(faults(await lin.ask(method, url, body)), `${method} ${url}`).toEqual({
        status: 403,
        code: "wrong-role",
        fields: [],
      });
  });

  test("takes a unit, changes it and lets it go", async () => {
    const town = await makeTown(await open());
    const admin = await town.logIn("admin");
    const added = await admin.ask("POST", "/api/units", { ...squad, area: "410802", departmentKeys: ["roads"] });
    expect(added.statusCode).toBe(201);
    expect(added.json()).toEqual({ ...squad, area: "410802", departmentKeys: ["roads"], active: true });
    expect(town.people.directory.within("squad", "bureau")).toBe(true);
    expect(town.people.directory.unitsBelow("bureau")).toEqual(["bureau", "brigade", "squad"]);
    const changed = await admin.ask("PUT", "/api/units/squad", { ...squad, parent: "bureau", active: false });
    expect(changed.json()).toEqual({ ...squad, parent: "bureau", departmentKeys: [], active: false });
    expect(town.people.directory.within("squad", "brigade")).toBe(false);
    expect((await admin.ask("DELETE", "/api/units/squad")).statusCode).toBe(204);
    expect((await admin.ask("DELETE", "/api/units/squad")).statusCode).toBe(404);
  });

  test.each([
    [{ id: "Über" }, 422, "/id"],
    [{ id: "brigade" }, 409, "/id"],
    [{ parent: "nowhere" }, 422, "/parent"],
    [{ parent: "squad" }, 422, "/parent"],
    [{ kind: undefined }, 422, "/kind"],
    [{ name: { zh: "中队" } }, 422, "/name/en"],
    [{ name: { zh: " ", en: "Squad" } }, 422, "/name/zh"],
    [{ area: "999999" }, 422, "/area"],
    [{ area: "city" }, 422, "/area"],
    [{ departmentKeys: "roads" }, 422, "/departmentKeys"],
    [{ active: "yes" }, 422, "/active"],
    [{ colour: "red" }, 422, "/colour"],
  ])("names the field at fault in %j and changes nothing", async (fault, status, field) => {
    const town = await shared();
    const admin = await town.client("admin");
    const answer = await admin.ask("POST", "/api/units", { ...squad, ...fault });
    expect(faults(answer)).toMatchObject({ status, fields: [field] });
    expect(town.people.units()).toHaveLength(2);
  });

  test("has no circles, not even by two moves at once", async () => {
    const town = await makeTown(await open());
    const admin = await town.logIn("admin");
    const brigade = { id: "brigade", kind: "brigade", name: words("支队") };
    expect(
      faults(await admin.ask("PUT", "/api/units/bureau", { ...brigade, id: "bureau", parent: "brigade" })),
    ).toEqual({
      status: 422,
      code: "invalid-input",
      fields: ["/parent"],
    });
    await admin.ask("PUT", "/api/units/brigade", brigade);
    const moves = await Promise.all([
      admin.ask("PUT", "/api/units/brigade", { ...brigade, parent: "bureau" }),
      admin.ask("PUT", "/api/units/bureau", { ...brigade, id: "bureau", parent: "brigade" }),
    ]);
    expect(moves.map((answer) => answer.statusCode).sort((one, other) => one - other)).toEqual([200, 422]);
  });

  test("keeps a unit that others lean on", async () => {
    const db = await open();
    const town = await makeTown(db);
    const admin = await town.logIn("admin");
    expect(faults(await admin.ask("DELETE", "/api/units/bureau")).status).toBe(409);
    expect(faults(await admin.ask("DELETE", "/api/units/brigade")).status).toBe(409);
    await admin.ask("POST", "/api/units", squad);
    await db.query(sql`
      insert into cases (city, no, procedure, version, seq, state, final, opened_at, changed_at, title, parties,
        requests, overran, search, record)
      values (${town.city}, '1', 'city-case', 1, 1, 'closed', true, now(), now(), '', '{squad}', '{}', '{}', '', '{}')`);
    const answer = await admin.ask("DELETE", "/api/units/squad");
    expect(answer.json<{ detail: string }>().detail).toContain("停用");
  });
});

forEachDatabase("the staff", (open) => {
  const shared = sharedTown(open);
  test("is listed with names and roles, narrowed by unit, role and words", async () => {
    const town = await makeTown(await open());
    const lin = await town.logIn("lin");
    const ids = async (query: string) => {
      const people = (await lin.ask("GET", `/api/people${query}`)).json<Person[]>();
      return people.map((person) => person.id);
    };
    expect(await ids("")).toEqual(["admin", "lin", "zhao"]);
    expect(await ids("?unit=brigade")).toEqual(["zhao"]);
    expect(await ids("?unit=bureau&role=collector")).toEqual(["zhao"]);
    expect(await ids("?role=dispatcher")).toEqual(["lin"]);
    expect(await ids(`?text=${encodeURIComponent("晓")}`)).toEqual(["lin"]);
    expect(await ids("?text=ZHAO")).toEqual(["zhao"]);
    expect(await ids("?unit=nowhere")).toEqual([]);
    expect(faults(await lin.ask("GET", "/api/people?rolle=x")).fields).toEqual(["/rolle"]);
  });

  test("shows logins and locks to administrators alone", async () => {
    const town = await makeTown(await open());
    const [lin, admin] = [await town.logIn("lin"), await town.logIn("admin")];
    for (let failure = 1; failure <= 5; failure += 1) await town.people.checkPassword("zhao", "guess");
    const seen = (await lin.ask("GET", "/api/people/zhao")).json<Person>();
    expect(seen).not.toHaveProperty("login");
    expect(seen).not.toHaveProperty("locked");
    expect((await admin.ask("GET", "/api/people/zhao")).json()).toMatchObject({ login: "zhao", locked: true });
    expect((await admin.ask("POST", "/api/people/zhao/unlock")).statusCode).toBe(204);
    expect((await admin.ask("GET", "/api/people/zhao")).json()).toMatchObject({ locked: false });
    expect((await town.logIn("zhao")).me.id).toBe("zhao");
  });

  test("grows by a person who can then log in", async () => {
    const town = await makeTown(await open());
    const admin = await town.logIn("admin");
    const wang = { login: "wang", name: words("王"), title: words("主任"), password };
    const added = (await admin.ask("POST", "/api/people", wang)).json<Person>();
    expect(added).toMatchObject({ login: "wang", title: words("主任"), active: true, locked: false, grants: [] });
    expect((await town.logIn("wang")).me).toMatchObject({ id: added.id, grants: [] });
    expect(faults(await admin.ask("POST", "/api/people", wang))).toEqual({
      status: 409,
      code: "conflict",
      fields: ["/login"],
    });
    const renamed = { login: "wang2", name: words("王二") };
    const changed = (await admin.ask("PUT", `/api/people/${added.id}`, renamed)).json<Person>();
    expect(changed).toMatchObject({ login: "wang2", name: words("王二") });
    expect(changed).not.toHaveProperty("title");
    expect((await town.logIn("wang2")).me.id).toBe(added.id);
    const taken = await admin.ask("PUT", `/api/people/${added.id}`, { ...renamed, login: "lin" });
    expect(faults(taken)).toMatchObject({ status: 409, fields: ["/login"] });
    expect((await admin.ask("PUT", "/api/people/nobody", renamed)).statusCode).toBe(409);
    expect((await admin.ask("PUT", "/api/people/nobody", { ...renamed, login: "new" })).statusCode).toBe(404);
  });

  test.each([
    [{ login: "Wang" }, "/login"],
    [{ login: "w" }, "/login"],
    [{ name: words("") }, "/name/zh"],
    [{ password: "short" }, "/password"],
    [{ password: "xx-wang-xx" }, "/password"],
    [{ active: 1 }, "/active"],
    [{ locked: false }, "/locked"],
  ])("names the field at fault in %j", async (fault, field) => {
    const town = await shared();
    const admin = await town.client("admin");
    const answer = await admin.ask("POST", "/api/people", { login: "wang", name: words("王"), ...fault });
    expect(faults(answer)).toMatchObject({ status: 422, code: "invalid-input" });
    expect(faults(answer).fields).toContain(field);
    expect(town.people.persons()).toHaveLength(3);
  });

  test("gets a new password from the administrator, which ends what was open", async () => {
    const town = await makeTown(await open());
    const [admin, lin] = [await town.logIn("admin"), await town.logIn("lin")];
    expect((await admin.ask("POST", "/api/people/lin/password", { password: "new password" })).statusCode).toBe(204);
    expect((await lin.ask("GET", "/api/me")).statusCode).toBe(401);
    expect((await town.logIn("lin", "new password")).me.id).toBe("lin");
    expect((await admin.ask("POST", "/api/people/nobody/password", { password: "new password" })).statusCode).toBe(404);
  });
});

forEachDatabase("a role held", (open) => {
  const shared = sharedTown(open);
  test("counts from its beginning to its end", async () => {
    const town = await makeTown(await open());
    const admin = await town.logIn("admin");
    const roles = () => town.people.directory.grantsOf("zhao").map((grant) => grant.role);
    const input = {
      role: "shiftLeader",
      unit: "brigade",
      area: "410802",
      validFrom: town.at(hours),
      validTo: town.at(2 * hours),
    };
    const grant = (await admin.ask("POST", "/api/people/zhao/grants", input)).json<Grant>();
    expect(grant).toMatchObject({ ...input, unitName: { zh: "支队", en: "Brigade" }, areaName: words("410802") });
    expect(roles()).toEqual(["collector"]);
    town.pass(hours);
    expect(roles().sort()).toEqual(["collector", "shiftLeader"]);
    expect(town.people.directory.reader("zhao")!.grants).toContainEqual({
      role: "shiftLeader",
      unit: "brigade",
      area: "410802",
    });
    expect(town.people.directory.holders("shiftLeader", "bureau").map((person) => person.id)).toEqual(["zhao"]);
    town.pass(hours);
    expect(roles()).toEqual(["collector"]);
    const open_ = { role: "shiftLeader", unit: "bureau" };
    await admin.ask("PUT", `/api/people/zhao/grants/${grant.id}`, open_);
    expect(roles().sort()).toEqual(["collector", "shiftLeader"]);
    expect((await admin.ask("DELETE", `/api/people/zhao/grants/${grant.id}`)).statusCode).toBe(204);
    expect((await admin.ask("DELETE", `/api/people/zhao/grants/${grant.id}`)).statusCode).toBe(404);
    expect(roles()).toEqual(["collector"]);
  });

  test.each([
    [{ role: "king" }, "/role"],
    [{ role: undefined }, "/role"],
    [{ unit: "nowhere" }, "/unit"],
    [{ area: "999999" }, "/area"],
    [{ validFrom: "2026-13-01T00:00:00Z" }, "/validFrom"],
    [{ validFrom: "2026-03-01T00:00:00[Asia/Shanghai]" }, "/validFrom"],
    [{ validFrom: "2026-03-02T00:00:00Z", validTo: "2026-03-01T00:00:00Z" }, "/validTo"],
  ])("names the field at fault in %j", async (fault, field) => {
    const town = await shared();
    const admin = await town.client("admin");
    const answer = await admin.ask("POST", "/api/people/zhao/grants", { role: "collector", unit: "bureau", ...fault });
    expect(faults(answer)).toEqual({ status: 422, code: "invalid-input", fields: [field] });
  });

  test("is never the last administrator's to lose", async () => {
    const town = await makeTown(await open());
    const admin = await town.logIn("admin");
    const [grant] = town.people.directory.grantsOf("admin");
    const url = `/api/people/admin/grants/${grant!.id}`;
    const past = { role: "administrator", unit: "bureau", validTo: "2026-01-01T00:00:00Z" };
    expect(faults(await admin.ask("DELETE", url))).toMatchObject({ status: 422, code: "rule" });
    expect(faults(await admin.ask("PUT", url, { role: "collector", unit: "bureau" })).code).toBe("rule");
    expect(faults(await admin.ask("PUT", url, past)).code).toBe("rule");
    const inactive = { login: "admin", name: words("管"), active: false };
    expect(faults(await admin.ask("PUT", "/api/people/admin", inactive)).code).toBe("rule");
    expect((await admin.ask("GET", "/api/me")).statusCode).toBe(200);
    await admin.ask("POST", "/api/people/lin/grants", { role: "administrator", unit: "bureau" });
    expect((await admin.ask("DELETE", url)).statusCode).toBe(204);
    expect(faults(await admin.ask("POST", "/api/units", {})).status).toBe(422);
    expect(faults(await admin.ask("POST", "/api/people/lin/unlock")).status).toBe(403);
  });
});

forEachDatabase("shifts", (open) => {
  const shared = sharedTown(open);
  test("are planned, moved and read by their time", async () => {
    const town = await makeTown(await open());
    const [admin, lin] = [await town.logIn("admin"), await town.logIn("lin")];
    const shift = { person: "lin", role: "dispatcher", startsAt: town.at(0), endsAt: town.at(8 * hours), note: "早班" };
    const added = (await admin.ask("POST", "/api/shifts", shift)).json<Shift>();
    expect(added).toMatchObject({ ...shift, personName: { zh: "林晓", en: "Lin Xiao" } });
    expect((await lin.ask("GET", "/api/shifts")).json()).toEqual([added]);
    const between = (from: number, to: number) => lin.ask("GET", `/api/shifts?from=${town.at(from)}&to=${town.at(to)}`);
    expect((await between(7 * hours, 9 * hours)).json()).toEqual([added]);
    expect((await between(8 * hours, 9 * hours)).json()).toEqual([]);
    expect((await lin.ask("GET", "/api/shifts?person=zhao")).json()).toEqual([]);
    const later = { ...shift, startsAt: town.at(hours), endsAt: town.at(9 * hours) };
    expect((await admin.ask("PUT", `/api/shifts/${added.id}`, later)).json()).toMatchObject(later);
    expect(faults(await admin.ask("POST", "/api/shifts", shift))).toEqual({
      status: 409,
      code: "conflict",
      fields: ["/startsAt"],
    });
    expect((await admin.ask("DELETE", `/api/shifts/${added.id}`)).statusCode).toBe(204);
    expect((await admin.ask("PUT", `/api/shifts/${added.id}`, later)).statusCode).toBe(404);
  });

  test.each([
    [{ person: "nobody" }, "/person"],
    [{ role: "collector" }, "/role"],
    [{ endsAt: "2026-03-01T00:00:00Z" }, "/endsAt"],
    [{ endsAt: "2026-03-04T00:00:00Z" }, "/endsAt"],
    [{ startsAt: "8 o'clock" }, "/startsAt"],
    [{ note: "x".repeat(201) }, "/note"],
  ])("name the field at fault in %j", async (fault, field) => {
    const town = await shared();
    const admin = await town.client("admin");
    const shift = { person: "lin", role: "dispatcher", startsAt: town.at(0), endsAt: town.at(8 * hours), ...fault };
    expect(faults(await admin.ask("POST", "/api/shifts", shift))).toMatchObject({ status: 422, fields: [field] });
  });

  test("are not read by the decade", async () => {
    const town = await makeTown(await open());
    const lin = await town.logIn("lin");
    const answer = await lin.ask("GET", "/api/shifts?from=2020-01-01T00:00:00Z&to=2030-01-01T00:00:00Z");
    expect(faults(answer)).toMatchObject({ status: 422, fields: ["/to"] });
  });
});
