import fc from "fast-check";
import { redactEvent, redactRecord, redactTurns, replay, turnsOf, type Reader } from "@xiuhua/core/procedure";
import { describe, expect, test, vi } from "vitest";
import { cityCase } from "./index.ts";
import { stages } from "./testing/stages.ts";
import { City } from "./testing/scenario.ts";
import { walk } from "./testing/walk.ts";
import { people, type PersonName } from "./testing/world.ts";

vi.setConfig({ testTimeout: 120_000 });

const reader = (person: PersonName): Reader => ({ person, roles: [people[person].role] });
const outsiders: readonly PersonName[] = ["sweeper", "lightingDesk", "jiefangDesk", "procurator", "keeper"];

/** Everything of the present case that a reader gets to see, as it would be sent. */
function sent(city: City, who: Reader): string {
  return JSON.stringify([
    redactRecord(cityCase, city.case, who),
    redactTurns(cityCase, city.case.state, turnsOf(cityCase, city.case), who),
    ...city.log.map((event) => redactEvent(cityCase, event, who)),
  ]);
}

const informant = { name: "王秘密", phone: "13900001234" };
const called = () =>
  new City().act("report", "intake", {
    place: { lng: 113.2, lat: 35.2, text: "门前" },
    description: "墙上有小广告",
    informant,
  });

describe("a handler never sees who reported or checked", () => {
  const secrets = ["scout", "otherScout", "113.777", "王秘密", "13900001234"];

  test("in a case that was reported, verified, sent back and checked twice", () => {
    const city = called().act("sendVerify", "intake").act("confirmVerified", "scout").act("file", "shift");
    city.act("dispatch", "dispatch").act("assign", "sanitationDesk").act("reportDone", "sweeper");
    city.act("sendCheck", "intake", { collector: "otherScout" }).act("failCheck", "otherScout");
    city.act("reportDone", "sanitationDesk").act("sendCheck", "intake");
    for (const name of outsiders) {
      const words = sent(city, reader(name));
      for (const secret of secrets) expect(words).not.toContain(secret);
      expect(words).toContain("小广告");
      expect(words).toContain('"department":"sanitation"');
    }
  });

  test("nor in any other case", () => {
    const result = fc.check(
      fc.property(fc.gen(), (g) => {
        const evenly = (count: number) => fc.noBias(fc.nat({ max: count - 1 }));
        const city = walk(
          (among) => among[g(evenly, among.length)] ?? among[0],
          80,
          () => undefined,
        );
        for (const no of city.cases.keys()) {
          city.turnTo(no);
          for (const name of outsiders) {
            const words = sent(city, reader(name));
            // A department that reported on somebody's behalf knows whom it spoke to.
            const kept = city.case.subject["reporter"] === name ? secrets.slice(0, 3) : secrets;
            for (const secret of kept) if (words.includes(secret)) throw new Error(`${name} reads ${secret}: ${words}`);
          }
        }
      }),
      { numRuns: 25, endOnFailure: true },
    );
    expect(result.failed ? fc.defaultReportMessage(result) : undefined).toBeUndefined();
  });

  test("not even by the unit of whoever reported it", () => {
    const city = new City()
      .act("report", "parksDesk")
      .act("accept", "intake")
      .act("file", "shift")
      .act("dispatch", "dispatch");
    for (const name of outsiders) {
      expect(sent(city, reader(name))).not.toContain("parks");
      expect(redactEvent(cityCase, city.log[0]!, reader(name)).actor).toEqual({ role: "departmentOfficer" });
    }
  });

  test("nor in a request that is open", () => {
    const city = stages.handling().act("askVoid", "intake");
    const { requests } = redactRecord(cityCase, city.case, reader("sweeper"));
    expect(requests["void"]).toMatchObject({ by: { person: "intake" }, input: { reason: "现场情况如此" } });
  });
});

describe("what a phone sealed in an event", () => {
  const city = called().act("sendVerify", "intake").act("confirmVerified", "scout");
  const sealed = city.log.at(-1)!;

  test("is read by the centre and by who did it, whole", () => {
    expect(sealed).toMatchObject({ device: { id: "phone-of-scout" }, evidence: [{ position: { lng: 113.777 } }] });
    for (const name of ["intake", "mayor", "scout"] as const)
      expect(redactEvent(cityCase, sealed, reader(name))).toMatchObject({
        device: sealed.device,
        evidence: sealed.evidence,
      });
  });

  test("tells everybody else when a picture was taken, and neither where nor by which phone", () => {
    const event = redactEvent(cityCase, sealed, reader("lightingDesk"));
    expect(event).not.toHaveProperty("device");
    expect(event.evidence).toEqual(sealed.evidence.map(({ hash, kind, capturedAt }) => ({ hash, kind, capturedAt })));
  });

  test("is nothing a case is made of: the same events replay to the same case", () => {
    expect(replay(city.log)).toEqual(city.case);
    expect(JSON.stringify(city.case)).not.toContain("phone-of-scout");
  });
});

describe("whoever may know, knows", () => {
  test("the centre reads all of it", () => {
    const city = called().act("sendVerify", "intake");
    for (const name of ["intake", "shift", "dispatch", "inspector", "mayor", "assessor"] as const) {
      const record = redactRecord(cityCase, city.case, reader(name));
      expect(record).toEqual({ subject: city.case.subject, facts: city.case.facts, requests: city.case.requests });
      expect(city.log.map((event) => redactEvent(cityCase, event, reader(name)))).toEqual(city.log);
    }
  });

  test("one role of the centre among several is enough", () => {
    const who: Reader = { person: "sweeper", roles: ["handler", "evaluator"] };
    expect(redactRecord(cityCase, called().case, who).subject).toHaveProperty("informant", informant);
  });

  test("the reporter reads their own report, and no more", () => {
    const city = new City().act("report", "parksDesk", {
      place: { lng: 113.2, lat: 35.2, text: "门前" },
      description: "墙上有小广告",
      informant,
    });
    city.act("sendVerify", "intake");
    const own = redactRecord(cityCase, city.case, reader("parksDesk"));
    expect(own.subject).toEqual(city.case.subject);
    expect(own.facts).not.toHaveProperty("verifier");
    const [first, second] = city.log.map((event) => redactEvent(cityCase, event, reader("parksDesk")));
    expect(first).toMatchObject({
      actor: { person: "parksDesk" },
      input: { informant },
      outcome: { subject: { informant } },
    });
    expect(second?.input).toEqual({});
  });

  test("a collector who is sent knows it, and not who reported", () => {
    const city = called().act("sendVerify", "intake");
    const record = redactRecord(cityCase, city.case, reader("scout"));
    expect(record.facts).toHaveProperty("verifier", "scout");
    expect(record.subject).not.toHaveProperty("reporter");
    expect(redactTurns(cityCase, city.case.state, turnsOf(cityCase, city.case), reader("scout"))).toEqual([
      { role: "collector", person: "scout" },
    ]);
  });

  test("the handler's own name is no secret", () => {
    const city = stages.handling().act("reportDone", "sweeper");
    const event = redactEvent(cityCase, city.log.at(-1)!, reader("lightingDesk"));
    expect(event.actor).toMatchObject({ person: "sweeper", unit: "sanitation" });
    expect(event.turns).toEqual([{ role: "handler", unit: "sanitation", person: "sweeper" }]);
  });

  test("an event of an action that is not known any more keeps its secrets", () => {
    const event = { ...called().log[0]!, action: "reportByTelegraph" };
    expect(redactEvent(cityCase, event, reader("sweeper"))).toMatchObject({
      actor: { role: "intakeOfficer" },
      input: {},
    });
  });
});
