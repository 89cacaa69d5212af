import { erased, replay } from "@xiuhua/core/procedure";
import { describe, expect, test } from "vitest";
import { procedures } from "../index.ts";
import { WholeCity } from "../testing/whole-city.ts";
import { read } from "../testing/world.ts";

const place = { lng: 113.24, lat: 35.21, text: "解放路宏光农贸市场对面方圆酒店门口" };
const logged = () =>
  new WholeCity(procedures, "2022-08-03 10:20").open("help-event", "log", "handler@sanitation-east", {
    kind: "fall",
    called: "family",
    place,
    account: "骑车人摔倒，队员扶起并守候",
  });

describe("F5: the fallen rider", () => {
  test("two choices are enough, and no case of the city's is opened", () => {
    const city = new WholeCity(procedures).open("help-event", "log", "collector@parks", {
      kind: "fall",
      called: "nobody",
    });
    expect(city.case).toMatchObject({ procedure: "help-event", state: "logged", subject: { helpedAt: city.now } });
    expect(city.cases.size).toBe(1);
    expect(city.effects).toEqual([]);
  });

  test("no photo of a person in need is taken in", () => {
    const city = logged();
    const refusal = city.tryOpen("help-event", "log", "handler@parks", { kind: "fall", called: "nobody" }, [
      { hash: "1".repeat(64), kind: "near" },
    ]);
    expect(refusal).toMatchObject({ ok: false, refusal: { problems: [{ field: "/evidence" }] } });
  });

  test("it is read by the squad and the leaders, and named nowhere in lists", () => {
    const procedure = procedures.get("help-event");
    expect(procedure?.confidential).toBe(true);
    const city = logged();
    expect(city.case.parties).toEqual(["handler@sanitation-east", "sanitation-east"]);
    expect(procedure?.index(city.case).title).toBe("帮扶事件");
  });

  test("what was written is gone 180 days later, from the case and from its log; that somebody helped stays", () => {
    const city = logged().act("settle", "departmentOfficer@sanitation-east", { outcome: "家属已接走" });
    const settled = city.now;
    city.pass(179 * 24 * 3600 * 1000);
    expect(city.case.state).toBe("settled");
    city.pass(2 * 24 * 3600 * 1000);
    expect(city.case.state).toBe("forgotten");
    expect(read(city.log.at(-1)?.at)).toBe(read(settled + 180 * 24 * 3600 * 1000));
    const gone = city.log.at(-1)?.outcome.erased ?? [];
    const log = city.log.map((event) => erased(event, gone));
    expect(replay(log)).toEqual(city.case);
    for (const text of ["骑车人", "家属已接走", "方圆酒店"]) {
      expect(JSON.stringify(city.case)).not.toContain(text);
      expect(JSON.stringify(log)).not.toContain(text);
    }
    expect(log[0]).toMatchObject({
      actor: { person: "handler@sanitation-east" },
      input: { kind: "fall", called: "family" },
    });
  });
});
