import { expect, test } from "vitest";
import type { Delegation, Me } from "../api/index.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { faults, hours, makeTown } from "./fixture.ts";

forEachDatabase("a role lent", (open) => {
  /** A town in which Lin may lend her dispatcher's role to Zhao. */
  async function start() {
    const town = await makeTown(await open());
    const [lin, zhao, admin] = [await town.logIn("lin"), await town.logIn("zhao"), await town.logIn("admin")];
    const own = town.people.directory.grantsOf("lin")[0]!;
    const loan = { grant: own.id, to: "zhao", validFrom: town.at(hours), validTo: town.at(3 * hours) };
    const lend = () => lin.ask("POST", "/api/delegations", loan);
    const zhaosRoles = () =>
      town.people.directory
        .reader("zhao")!
        .grants.map((grant) => grant.role)
        .sort();
    return { town, lin, zhao, admin, own, loan, lend, zhaosRoles };
  }

  test("is the substitute's for just that time, on behalf of its giver", async () => {
    const { town, zhao, lend, zhaosRoles } = await start();
    const lent = await lend();
    expect(lent.statusCode).toBe(201);
    expect(lent.json<Delegation>()).toMatchObject({
      role: "dispatcher",
      unit: "bureau",
      from: { id: "lin", name: { zh: "林晓", en: "Lin Xiao" } },
      to: { id: "zhao" },
      inForce: false,
    });
    expect(zhaosRoles()).toEqual(["collector"]);
    town.pass(hours);
    expect(zhaosRoles()).toEqual(["collector", "dispatcher"]);
    expect(town.people.directory.reader("zhao")!.grants).toContainEqual({
      role: "dispatcher",
      unit: "bureau",
      onBehalfOf: "lin",
    });
    const me = (await zhao.ask("GET", "/api/me")).json<Me>();
    expect(me.grants.find((grant) => grant.role === "dispatcher")!.delegatedFrom).toEqual({
      id: "lin",
      name: { zh: "林晓", en: "Lin Xiao" },
    });
    town.pass(2 * hours);
    expect(zhaosRoles()).toEqual(["collector"]);
  });

  test("is seen by giver, substitute and administrator, by nobody else", async () => {
    const { town, lin, zhao, admin, lend } = await start();
    await lend();
    await town.people.staff.add({ login: "wang", name: { zh: "王", en: "Wang" }, password: "correct horse" });
    const wang = await town.logIn("wang");
    for (const client of [lin, zhao, admin])
      expect((await client.ask("GET", "/api/delegations")).json()).toMatchObject([{ role: "dispatcher" }]);
    expect((await wang.ask("GET", "/api/delegations")).json()).toEqual([]);
  });

  test("can not be lent on", async () => {
    const { town, zhao, loan, lend } = await start();
    const { id } = (await lend()).json<Delegation>();
    town.pass(hours);
    const answer = await zhao.ask("POST", "/api/delegations", { ...loan, grant: id, to: "admin" });
    expect(faults(answer)).toMatchObject({ status: 422, code: "rule" });
  });

  test("goes with the role it was lent from", async () => {
    const { town, lin, admin, own, lend, zhaosRoles } = await start();
    await lend();
    town.pass(hours);
    expect(zhaosRoles()).toContain("dispatcher");
    const left = { login: "lin", name: lin.me.name, active: false };
    await admin.ask("PUT", "/api/people/lin", left);
    expect(zhaosRoles()).toEqual(["collector"]);
    await admin.ask("PUT", "/api/people/lin", { ...left, active: true });
    expect(zhaosRoles()).toContain("dispatcher");
    await admin.ask("DELETE", `/api/people/lin/grants/${own.id}`);
    await admin.ask("POST", "/api/people/lin/grants", { role: "dispatcher", unit: "bureau" });
    expect(zhaosRoles()).toEqual(["collector"]);
  });

  test("is taken back by its giver, handed back by the substitute, and nobody else's to end", async () => {
    const { town, lin, zhao, lend, zhaosRoles } = await start();
    const first = (await lend()).json<Delegation>();
    await town.people.staff.add({ login: "wang", name: { zh: "王", en: "Wang" }, password: "correct horse" });
    const wang = await town.logIn("wang");
    expect(faults(await wang.ask("DELETE", `/api/delegations/${first.id}`)).status).toBe(403);
    expect((await lin.ask("DELETE", `/api/delegations/${first.id}`)).statusCode).toBe(204);
    const second = (await lend()).json<Delegation>();
    expect((await zhao.ask("DELETE", `/api/delegations/${second.id}`)).statusCode).toBe(204);
    expect((await zhao.ask("DELETE", `/api/delegations/${second.id}`)).statusCode).toBe(404);
    town.pass(hours);
    expect(zhaosRoles()).toEqual(["collector"]);
  });

  test("names what is wrong with it", async () => {
    const { town, lin, admin, loan, lend } = await start();
    const lendWith = async (fault: object) => faults(await lin.ask("POST", "/api/delegations", { ...loan, ...fault }));
    expect(await lendWith({ to: "nobody" })).toMatchObject({ status: 422, fields: ["/to"] });
    expect(await lendWith({ to: "lin" })).toMatchObject({ status: 422, fields: ["/to"] });
    expect(await lendWith({ grant: "nothing" })).toMatchObject({ status: 422, fields: ["/grant"] });
    expect(await lendWith({ validTo: loan.validFrom })).toMatchObject({ status: 422, fields: ["/validTo"] });
    expect(await lendWith({ validFrom: town.at(-2), validTo: town.at(-1) })).toMatchObject({ fields: ["/validTo"] });
    expect(await lendWith({ validFrom: undefined })).toMatchObject({ status: 422, fields: ["/validFrom"] });
    const others = await admin.ask("POST", "/api/delegations", loan);
    expect(faults(others)).toMatchObject({ status: 422, fields: ["/grant"] });
    expect((await lend()).statusCode).toBe(201);
    expect(faults(await lend()).code).toBe("conflict");
  });
});
