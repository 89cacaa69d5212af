import { apply, checkProcedure, colour, diagram, isLate } from "@xiuhua/core/procedure";
import { describe, expect, test } from "vitest";
import { cityCase } from "./index.ts";
import { City } from "./testing/scenario.ts";
import { stages } from "./testing/stages.ts";
import { at, read } from "./testing/world.ts";

const handle = (city: City) => city.case.clocks["handle"];
const states = (city: City) => city.log.map((event) => event.to);

test("the city case is a sound procedure and can be drawn", () => {
  expect(checkProcedure(cityCase)).toEqual([]);
  expect(diagram(cityCase, "zh")).toContain("filed --> dispatched: 派遣");
});

describe("the long path", () => {
  test("goes from found to closed through every post", () => {
    const city = stages.closed();
    expect(states(city)).toEqual([
      "reported",
      "accepted",
      "filed",
      "dispatched",
      "handling",
      "handled",
      "checking",
      "checked",
      "closed",
    ]);
    expect(city.case.facts).toMatchObject({ criterion: "poster-4h", department: "sanitation", handler: "sweeper" });
    for (const fact of ["acceptedAt", "filedAt", "dispatchedAt", "handledAt", "closedAt"])
      expect(city.case.facts).toHaveProperty(fact, city.now);
    expect(city.effects).toEqual([
      { kind: "notify", to: "scout", message: { zh: "案件 JZ-1 已结案", en: "Case JZ-1 is closed" } },
    ]);
  });

  test("a department's officer may report done without naming a handler", () => {
    expect(stages.dispatched().act("reportDone", "sanitationDesk").case.state).toBe("handled");
  });

  test("the officer may put another handler on it", () => {
    const city = stages.handling().act("assign", "sanitationDesk", { handler: "eastSweeper" });
    expect(city.case.facts["handler"]).toBe("eastSweeper");
    expect(city.refusal("reportDone", "sweeper").code).toBe("not-your-turn");
  });

  test("a case given to another handler waits for that one from then on", () => {
    const city = stages.handling();
    const began = city.case.since;
    city.wait(1).act("assign", "sanitationDesk", { handler: "eastSweeper" });
    expect(city.case).toMatchObject({ state: "handling", since: began, turnSince: city.now });
    const turned = city.now;
    city.wait(1).act("urge", "inspector").wait(1).act("reportDone", "sanitationDesk");
    expect(city.log.at(-1)?.waitedSince).toBe(turned);
  });

  test("a handler of a squadron below the department can do what was assigned to them", () => {
    const city = stages.dispatched().act("assign", "sanitationDesk", { handler: "eastSweeper" });
    expect(city.act("reportDone", "eastSweeper").case.state).toBe("handled");
  });

  test("a case of Friday afternoon runs out on Monday", () => {
    const city = stages.dispatched("2022-08-12 16:00");
    expect(read(handle(city)?.due)).toBe("2022-08-15 10:00");
    city.goTo("2022-08-13 12:00");
    expect(colour(handle(city)!, city.now)).toBe("green");
    city.goTo("2022-08-15 09:30");
    expect(colour(handle(city)!, city.now)).toBe("yellow");
    city.goTo("2022-08-15 10:01");
    expect(colour(handle(city)!, city.now)).toBe("red");
  });
});

describe("intake", () => {
  test("does not accept, with a reason that the reporter reads", () => {
    const city = stages.reported().act("refuse", "intake", { reason: "属于私人纠纷" });
    expect(city.case.state).toBe("notAccepted");
    expect(city.case.facts["refusal"]).toBe("属于私人纠纷");
    expect(city.effects).toMatchObject([
      { kind: "notify", to: "scout", message: { zh: expect.stringContaining("属于私人纠纷") } },
    ]);
  });

  test("corrects what was reported", () => {
    const city = stages.reported().act("amend", "intake", { description: "墙上有三张小广告", type: "lamp" });
    expect(city.case.subject).toMatchObject({ description: "墙上有三张小广告", type: "lamp", source: "collector" });
  });

  test("fills in the area and the cell of a place, also of a corrected one", () => {
    const place = { lng: 113.3, lat: 35.3, text: "人民路 3 号" };
    expect(stages.reported().act("amend", "intake", { place }).case.subject).toMatchObject({
      place: { ...place, area: "410802", cell: "410802001001001" },
    });
  });

  test("refuses a place outside the city, a future date and an unknown type, and names the field", () => {
    const good = { place: { lng: 113.2, lat: 35.2, text: "门前" }, description: "小广告" };
    const refused = (input: object) => new City().refusal("report", "scout", { ...good, ...input });
    expect(refused({ place: { lng: 116.4, lat: 39.9, text: "北京" } }).problems?.[0]?.field).toBe("/place");
    expect(refused({ capturedAt: at("2022-08-11 09:01") }).problems?.[0]?.field).toBe("/capturedAt");
    expect(refused({ type: "nothing" }).problems?.[0]?.field).toBe("/type");
    expect(refused({ description: "" }).problems?.[0]?.field).toBe("/description");
    expect(refused({ colour: "red" }).problems?.[0]?.field).toBe("/colour");
  });

  test("wants photos from a collector as the city says; a recording is none", () => {
    const hash = "0".repeat(64);
    expect(new City().refusal("report", "scout", undefined, []).code).toBe("missing-evidence");
    expect(new City().refusal("report", "scout", undefined, [{ hash, kind: "audio" }]).code).toBe("missing-evidence");
    expect(new City(undefined, { reportPhotos: 2 }).refusal("report", "scout").code).toBe("missing-evidence");
    expect(new City().act("report", "intake", undefined, []).case.state).toBe("reported");
  });

  test("has a report verified: true", () => {
    const city = stages.verifying().act("confirmVerified", "scout", { type: "lamp" });
    expect(city.case.state).toBe("accepted");
    expect(city.case.subject["type"]).toBe("lamp");
  });

  test("has a report verified: untrue, and the shift leader voids it", () => {
    expect(stages.untrue().act("approveVoid", "shift").case.state).toBe("voided");
  });

  test("has a report verified: untrue, and the shift leader holds it true all the same", () => {
    expect(stages.untrue().act("overrule", "shift").case.state).toBe("accepted");
  });

  test("sends another collector to verify, whose time begins anew", () => {
    const city = stages.verifying().wait(0.4).act("sendVerify", "intake", { collector: "otherScout" });
    expect(city.refusal("confirmVerified", "scout").code).toBe("not-your-turn");
    expect(city.case.clocks["verify"]?.due).toBe(city.now + 30 * 60_000);
    expect(city.act("confirmVerified", "otherScout").case.state).toBe("accepted");
  });

  test("sends nobody who is not a collector", () => {
    expect(stages.reported().refusal("sendVerify", "intake", { collector: "sweeper" }).problems?.[0]?.field).toBe(
      "/collector",
    );
  });

  test("the shift leader sends back to intake, from to-file and from found-untrue", () => {
    expect(stages.accepted().act("sendBack", "shift").case.state).toBe("reported");
    expect(stages.untrue().act("sendBack", "shift").case.state).toBe("reported");
  });

  test("the shift leader declines to file, and the reporter is told", () => {
    const city = stages.accepted().act("declineFiling", "shift", { reason: "不属于城市管理范围" });
    expect(city.case.state).toBe("notAccepted");
    expect(city.effects).toMatchObject([{ to: "scout", message: { en: expect.stringContaining("不属于") } }]);
  });

  test("files only under a criterion of the type", () => {
    const refusal = stages.accepted().refusal("file", "shift", { type: "lamp", criterion: "poster-4h" });
    expect(refusal.problems?.[0]?.field).toBe("/criterion");
    expect(stages.accepted().refusal("file", "shift", { type: "?", criterion: "poster-4h" }).problems?.[0]?.field).toBe(
      "/type",
    );
  });
});

describe("duplicates", () => {
  test("are merged; both numbers stay findable from each other", () => {
    const city = stages.merged();
    expect(city.case.facts["mergedInto"]).toBe("JZ-1");
    expect(city.effects).toContainEqual({ kind: "link", to: "JZ-1", relation: "mergedInto" });
    expect(city.effects).toMatchObject([{}, { kind: "notify", to: "otherScout" }]);
  });

  test("are merged by the shift leader before filing too", () => {
    const city = stages.accepted().act("report", "scout").turnTo("JZ-1").act("merge", "shift", { into: "JZ-2" });
    expect(city.case.state).toBe("merged");
  });

  test("are not merged into themselves, into nothing or into a merged case", () => {
    const city = stages.merged();
    expect(city.refusal("merge", "intake").code).toBe("wrong-state");
    city.act("report", "scout");
    for (const into of [city.case.no, "JZ-99", "JZ-2"])
      expect(city.refusal("merge", "intake", { into }).problems?.[0]?.field).toBe("/into");
  });

  test("that are already filed are voided with a link", () => {
    const city = stages.filed().act("report", "scout").turnTo("JZ-1");
    city.act("approveVoid", "shift", { reason: "重复", duplicateOf: "JZ-2" });
    expect(city.effects).toContainEqual({ kind: "link", to: "JZ-2", relation: "duplicateOf" });
    expect(stages.filed().refusal("approveVoid", "shift", { reason: "重复", duplicateOf: "JZ-9" }).code).toBe("rule");
    expect(stages.filed().refusal("askVoid", "dispatch", { reason: "重复", duplicateOf: "JZ-1" }).code).toBe("rule");
  });
});

describe("the short case", () => {
  test("is closed on the spot with photos before and after", () => {
    const city = new City().act("reportSelfHandled", "scout");
    expect(city.case.state).toBe("closed");
    expect(city.case.facts).toMatchObject({ short: true, closedAt: city.now });
    expect(city.case.subject["source"]).toBe("collector");
    expect(new City().refusal("reportSelfHandled", "scout", undefined, []).code).toBe("missing-evidence");
  });

  test("counts as the department's own when a department reports it", () => {
    expect(new City().act("reportSelfHandled", "sweeper").case.subject["source"]).toBe("department");
  });

  test("waits for the shift leader where the city says so", () => {
    const city = new City(undefined, { shortCaseApproval: true }).act("reportSelfHandled", "scout");
    expect(city.case.state).toBe("checked");
    expect(city.act("close", "shift").case.state).toBe("closed");
  });

  test("goes to intake when the shift leader does not believe it", () => {
    const city = new City(undefined, { shortCaseApproval: true }).act("reportSelfHandled", "scout");
    city.act("rejectClosing", "shift");
    expect(city.case.state).toBe("reported");
    expect(city.case.facts).toEqual({});
  });

  test("is reopened to be filed, for it never was", () => {
    const city = new City().act("reportSelfHandled", "scout").wait(24).act("reopen", "shift");
    expect(city.case.state).toBe("accepted");
    expect(city.case.facts).toEqual({});
    expect(city.act("file", "shift").act("dispatch", "dispatch").case.state).toBe("dispatched");
    expect(handle(city)?.segments).toEqual([{ from: city.now }]);
  });
});

describe("dispatch", () => {
  test("sends to one department and keeps its joint units", () => {
    const city = stages.filed().act("dispatch", "dispatch", { department: "sanitation", jointUnits: ["parks"] });
    expect(city.case.facts).toMatchObject({ department: "sanitation", jointUnits: ["parks"] });
  });

  test("refuses a unit that cannot take cases, is dissolved or unknown, also among the joint ones", () => {
    for (const department of ["city", "dissolved", "nowhere"])
      expect(stages.filed().refusal("dispatch", "dispatch", { department }).problems?.[0]?.field).toBe("/department");
    const joint = stages
      .filed()
      .refusal("dispatch", "dispatch", { department: "parks", jointUnits: ["lighting", "nowhere"] });
    expect(joint.problems?.[0]?.field).toBe("/jointUnits/1");
    expect(
      stages.dispatched().refusal("askReturn", "sanitationDesk", { reason: "不属", proposed: "nowhere" }).problems?.[0]
        ?.field,
    ).toBe("/proposed");
  });

  test("to a district platform is dispatched there again, within the same limit", () => {
    const city = stages.districtFiled();
    expect(city.case.facts).toMatchObject({ platform: "jiefang" });
    expect(city.case.facts["department"]).toBeUndefined();
    const due = handle(city)?.due;
    city.wait(1).act("districtDispatch", "jiefangDesk", { department: "jiefang-bureau" });
    expect(city.case.state).toBe("dispatched");
    expect(handle(city)?.due).toBe(due);
    expect(city.act("assign", "bureauDesk").act("reportDone", "bureauCrew").case.state).toBe("handled");
  });

  test("gives the district its own time to dispatch", () => {
    const city = stages.filed().wait(0.2).act("dispatch", "dispatch", { department: "jiefang" });
    expect(city.case.clocks["dispatch"]).toMatchObject({ status: "running", due: city.now + 15 * 60_000 });
    city.act("districtDispatch", "jiefangDesk");
    expect(city.case.clocks["dispatch"]?.status).toBe("stopped");
  });

  test("in the district is the district's own alone", () => {
    const city = stages.districtFiled();
    expect(city.refusal("districtDispatch", "shanyangDesk").code).toBe("not-your-turn");
    expect(city.refusal("askReturn", "shanyangDesk").code).toBe("not-your-turn");
    expect(city.refusal("askReturn", "lightingDesk").code).toBe("not-your-turn");
    expect(stages.dispatched().refusal("askReturn", "jiefangDesk").code).toBe("not-your-turn");
  });
});

describe("a return", () => {
  test("is approved and the case goes to another department with a fresh limit", () => {
    const city = stages.returning();
    expect(handle(city)).toMatchObject({ status: "paused" });
    city.wait(1).act("approveReturn", "dispatch").wait(1).act("dispatch", "dispatch", { department: "lighting" });
    expect(city.case.facts).toMatchObject({ department: "lighting", returnedBy: ["sanitation"] });
    expect(handle(city)?.segments).toEqual([{ from: city.now }]);
  });

  test("gives the dispatcher fresh time for the answer and for the second dispatch", () => {
    const city = stages.districtFiled().wait(0.2).act("askReturn", "jiefangDesk");
    expect(city.case.clocks["dispatch"]?.segments).toEqual([{ from: city.now }]);
    city.wait(0.2).act("approveReturn", "dispatch");
    expect(city.case.clocks["dispatch"]?.segments).toEqual([{ from: city.now }]);
  });

  test("is approved and the case goes to the same department, which goes on with what was left", () => {
    const city = stages.dispatched("2022-08-11 09:00").wait(1).act("askReturn", "sanitationDesk");
    city
      .goTo("2022-08-11 14:00")
      .act("approveReturn", "dispatch")
      .act("dispatch", "dispatch", { department: "sanitation" });
    expect(read(handle(city)?.due)).toBe("2022-08-11 17:00");
    expect(handle(city)?.segments).toHaveLength(2);
  });

  test("of a district's department, sent straight to that department, goes on with what was left", () => {
    const city = stages.districtFiled().act("districtDispatch", "jiefangDesk", { department: "jiefang-bureau" });
    city.wait(1).act("askReturn", "bureauDesk").act("approveReturn", "dispatch");
    city.act("dispatch", "dispatch", { department: "jiefang-bureau" });
    expect(handle(city)?.segments).toHaveLength(2);
  });

  test("of a district platform can be asked and denied", () => {
    const city = stages.districtFiled().act("askReturn", "jiefangDesk");
    expect(city.case.facts["returnedBy"]).toEqual(["jiefang"]);
    city.act("denyReturn", "dispatch");
    expect(city.case.state).toBe("districtFiled");
    expect(city.case.clocks["dispatch"]?.status).toBe("running");
  });

  test("is denied and the case goes back to where it was, with what was left", () => {
    const dispatched = stages.returning().wait(2).act("denyReturn", "dispatch");
    expect(dispatched.case.state).toBe("dispatched");
    expect(handle(dispatched)?.segments).toEqual([
      { from: at("2022-08-11 09:00"), to: at("2022-08-11 09:00") },
      { from: at("2022-08-11 11:00") },
    ]);
    const handling = stages.handling().act("askReturn", "sanitationDesk").act("denyReturn", "dispatch");
    expect(handling.case.state).toBe("handling");
    expect(handling.case.facts["handler"]).toBe("sweeper");
  });

  test("that was denied is no return: it does not count against the department", () => {
    const city = stages.dispatched();
    for (let time = 0; time < 4; time += 1) {
      city.act("askReturn", "sanitationDesk");
      expect(city.case.state).toBe("returning");
      city.act("denyReturn", "dispatch");
    }
    expect(city.case.facts["returnedBy"]).toBeUndefined();
  });

  test("the third time is a dispute that names the departments, for the shift leader to rule", () => {
    const city = stages.disputed();
    expect(city.case.state).toBe("disputed");
    expect(city.case.facts["returnedBy"]).toEqual(["sanitation", "lighting", "sanitation"]);
    city.act("rule", "shift", { department: "lighting", reason: "灯杆上的小广告归产权单位" });
    expect(city.case.state).toBe("dispatched");
    expect(city.case.facts).toMatchObject({ department: "lighting", ruled: true });
    expect(city.refusal("askReturn", "lightingDesk").code).toBe("rule");
    expect(city.act("assign", "lightingDesk").refusal("askReturn", "lightingDesk").code).toBe("rule");
  });

  test("that the shift leader rules back to the same department goes on with what was left", () => {
    const city = stages.disputed();
    const spent = handle(city)?.segments.length ?? 0;
    expect(city.wait(1).act("rule", "shift", { department: "sanitation", reason: "原单位负责" }).case.state).toBe(
      "dispatched",
    );
    expect(handle(city)?.segments).toHaveLength(spent + 1);
    expect(stages.disputed().refusal("rule", "shift", { department: "city", reason: "?" }).code).toBe("rule");
  });
});

describe("an extension", () => {
  const ask = (city: City) => city.act("askExtension", "sanitationDesk");

  test("adds the first limit once more, twice at most", () => {
    const city = ask(stages.dispatched("2022-08-11 08:00"));
    expect(read(handle(city)?.due)).toBe("2022-08-11 12:00");
    city.act("approveExtension", "dispatch");
    expect(read(handle(city)?.due)).toBe("2022-08-11 18:00");
    ask(city).act("approveExtension", "dispatch");
    expect(read(handle(city)?.due)).toBe("2022-08-12 12:00");
    expect(city.refusal("askExtension", "sanitationDesk").message.zh).toBe("最多延期 2 次");
  });

  test("is asked once at a time and can be denied", () => {
    const city = ask(stages.handling());
    expect(city.refusal("askExtension", "sanitationDesk").code).toBe("request-pending");
    const due = handle(city)?.due;
    city.act("denyExtension", "dispatch");
    expect(handle(city)?.due).toBe(due);
    expect(city.case.requests).toEqual({});
    expect(city.refusal("denyExtension", "dispatch").code).toBe("no-request");
    expect(ask(city).case.requests).toHaveProperty("extension");
  });

  test("is not granted unasked", () => {
    expect(stages.handling().refusal("approveExtension", "dispatch").code).toBe("no-request");
  });

  test("can be asked and granted at the last instant, and never after", () => {
    const city = stages.dispatched("2022-08-11 08:00").goTo("2022-08-11 12:00");
    expect(ask(city.fork()).act("approveExtension", "dispatch").case.clocks["handle"]?.extensions).toBe(1);
    city.now += 1;
    expect(city.refusal("askExtension", "sanitationDesk").message.zh).toBe("已超过处置时限，不能延期");
  });

  test("that was asked in time and not answered in time is refused", () => {
    const city = ask(stages.dispatched("2022-08-11 08:00").goTo("2022-08-11 11:59")).goTo("2022-08-11 14:01");
    expect(city.refusal("approveExtension", "dispatch").message.zh).toBe("已超过处置时限，不能延期");
    expect(city.act("denyExtension", "dispatch").case.requests).toEqual({});
  });

  test("that nobody answered lapses when the department is done", () => {
    const city = ask(stages.handling()).act("reportDone", "sweeper");
    expect(city.case.requests).toEqual({});
    expect(city.log.at(-1)?.outcome.answered).toEqual(["extension"]);
  });
});

describe("a hold", () => {
  test("pauses the clock and resumes by itself on its date", () => {
    const city = stages.handling("2022-08-11 09:00").wait(1);
    const until = at("2022-08-22 08:00");
    city.act("askHold", "sanitationDesk", { cause: "works", until, reason: "需开挖路面" });
    city.act("approveHold", "dispatch", { until });
    expect(city.case.state).toBe("onHold");
    expect(handle(city)).toMatchObject({ status: "paused" });
    expect(handle(city)?.due).toBeUndefined();
    expect(city.timed()).toEqual({ action: "resume", at: until });
    city.goTo("2022-08-22 08:00").act("resume", "system");
    expect(city.case.state).toBe("handling");
    expect(city.case.facts["holdUntil"]).toBeUndefined();
    expect(read(handle(city)?.due)).toBe("2022-08-22 11:00");
    expect(city.timed()).toBeUndefined();
  });

  test("does not end by time before its date, nor before anybody put it on hold", () => {
    expect(stages.onHold().refusal("resume", "system").code).toBe("rule");
    expect(stages.handling().refusal("resume", "system").code).toBe("wrong-state");
  });

  test("can be ended early by the dispatcher", () => {
    expect(stages.onHold().act("resume", "dispatch").case.state).toBe("handling");
  });

  test("goes back to where it began", () => {
    const city = stages.dispatched().act("askHold", "sanitationDesk").act("approveHold", "dispatch");
    expect(city.act("resume", "dispatch").case.state).toBe("dispatched");
  });

  test("can be denied, and needs to be asked", () => {
    const city = stages.handling().act("askHold", "sanitationDesk").act("denyHold", "dispatch");
    expect(city.case.state).toBe("handling");
    expect(city.refusal("approveHold", "dispatch").code).toBe("no-request");
  });

  test("must end ahead and within the year that the city allows", () => {
    const city = stages.handling();
    for (const until of [city.now, city.now + 366 * 24 * 3600 * 1000])
      expect(
        city.refusal("askHold", "sanitationDesk", { cause: "season", until, reason: "冬季" }).problems?.[0]?.field,
      ).toBe("/until");
  });

  test("of a late case does not make it early", () => {
    const city = stages.handling("2022-08-11 08:00").goTo("2022-08-12 09:00");
    city.act("askHold", "sanitationDesk").act("approveHold", "dispatch");
    expect(isLate(handle(city)!, city.now)).toBe(true);
    city.act("resume", "dispatch");
    expect(read(handle(city)?.due)).toBe("2022-08-11 12:00");
  });
});

describe("voiding", () => {
  test("is asked by a department and approved by the shift leader", () => {
    const city = stages.handling().act("askVoid", "sanitationDesk").act("approveVoid", "shift");
    expect(city.case.state).toBe("voided");
    expect(city.case.requests).toEqual({});
  });

  test("is done by the shift leader unasked", () => {
    const city = stages.handled().act("approveVoid", "shift", { reason: "非城管职责" });
    expect(city.case.state).toBe("voided");
    expect(city.effects).toMatchObject([{ kind: "notify", to: "scout" }]);
  });

  test("can be denied, and the request outlives a move from stage to stage", () => {
    const city = stages.handling().act("askVoid", "sanitationDesk").act("reportDone", "sweeper");
    expect(city.case.requests).toHaveProperty("void");
    city.act("denyVoid", "shift");
    expect(city.case).toMatchObject({ state: "handled", requests: {} });
    expect(city.refusal("denyVoid", "shift").code).toBe("no-request");
  });

  test("asked before filing lapses when the case goes back to intake", () => {
    expect(stages.accepted().act("askVoid", "intake").act("sendBack", "shift").case.requests).toEqual({});
  });

  test("is not asked by a department that the case does not lie with", () => {
    expect(stages.handling().refusal("askVoid", "lightingDesk").code).toBe("not-your-turn");
    expect(stages.accepted().refusal("askVoid", "lightingDesk").code).toBe("not-your-turn");
  });
});

describe("checking", () => {
  test("that fails is rework for the same department, counted, on what was left of the limit", () => {
    const city = stages.handling("2022-08-11 08:00").wait(1).act("reportDone", "sweeper").wait(1);
    city.act("sendCheck", "intake").act("failCheck", "scout", { reason: "墙上还有残留" });
    expect(city.case).toMatchObject({ state: "dispatched", facts: { department: "sanitation", reworks: 1 } });
    expect(city.case.facts["handler"]).toBeUndefined();
    expect(city.case.facts["handledAt"]).toBeUndefined();
    expect(read(handle(city)?.due)).toBe("2022-08-11 15:00");
  });

  test("that fails begins the limit anew where the city says so", () => {
    const city = stages.handling("2022-08-11 08:00", { reworkClock: "anew" }).wait(1).act("reportDone", "sweeper");
    city.act("sendCheck", "intake").act("failCheck", "scout");
    expect(handle(city)?.segments).toEqual([{ from: city.now }]);
    expect(read(handle(city)?.due)).toBe("2022-08-11 15:00");
  });

  test("keeps the extension through a rework that goes on", () => {
    const city = stages.handling().act("askExtension", "sanitationDesk").act("approveExtension", "dispatch");
    city.act("reportDone", "sweeper").act("sendCheck", "intake").act("failCheck", "scout");
    expect(handle(city)).toMatchObject({ extensions: 1, limit: { value: 8 } });
  });

  test("can be given to another collector, whose time begins anew", () => {
    const city = stages.checking().wait(0.3).act("sendCheck", "intake", { collector: "otherScout" });
    expect(city.refusal("passCheck", "scout").code).toBe("not-your-turn");
    expect(city.case.clocks["check"]?.segments).toEqual([{ from: city.now }]);
    expect(city.act("passCheck", "otherScout").case.state).toBe("checked");
    expect(stages.handled().refusal("sendCheck", "intake", { collector: "intake" }).code).toBe("rule");
  });

  test("wants a photo of the check", () => {
    expect(stages.checking().refusal("passCheck", "scout", {}, []).code).toBe("missing-evidence");
    expect(stages.checking().refusal("failCheck", "scout", { reason: "没有清除" }, []).code).toBe("missing-evidence");
  });
});

describe("closing", () => {
  test("can be sent back to be checked again or to be done again", () => {
    const again = { reason: "照片不清楚" };
    expect(stages.checked().act("rejectClosing", "shift", { next: "recheck", ...again }).case.state).toBe("handled");
    const rework = stages.checked().act("rejectClosing", "shift", { next: "rework", ...again });
    expect(rework.case).toMatchObject({ state: "dispatched", facts: { reworks: 1 } });
  });

  test("is forced by the shift leader from any stage after filing, with a reason", () => {
    for (const stage of [
      "filed",
      "districtFiled",
      "dispatched",
      "handling",
      "returning",
      "disputed",
      "onHold",
      "handled",
      "checking",
      "checked",
    ] as const) {
      const city = stages[stage]();
      expect(city.refusal("forceClose", "shift", {}).problems?.[0]?.field).toBe("/reason");
      expect(city.act("forceClose", "shift").case).toMatchObject({
        state: "closed",
        facts: { forced: true, closedAt: city.now },
      });
    }
  });

  test("is undone within the time that the city sets, and not after", () => {
    const city = stages.closed("2022-08-11 09:00").goTo("2022-09-10 09:00");
    expect(city.fork().act("reopen", "shift").case.state).toBe("filed");
    city.now += 1;
    expect(city.refusal("reopen", "shift").message.zh).toBe("结案已超过 30 天，请另行上报");
  });

  test("once undone, the same department begins a fresh limit", () => {
    const city = stages.closed("2022-08-11 09:00").goTo("2022-08-15 08:00").act("reopen", "shift");
    expect(handle(city)).toEqual({
      status: "paused",
      limit: { value: 4, unit: "work_hour" },
      base: { value: 4, unit: "work_hour" },
      extensions: 0,
      segments: [],
    });
    city.wait(1).act("dispatch", "dispatch", { department: "sanitation" });
    expect(handle(city)?.segments).toEqual([{ from: city.now }]);
    expect(read(handle(city)?.due)).toBe("2022-08-15 15:00");
  });

  test("once undone, nothing of the first round is left over", () => {
    const city = stages.disputed().act("rule", "shift").act("forceClose", "shift").act("reopen", "shift");
    expect(Object.keys(city.case.facts).sort()).toEqual([
      "acceptedAt",
      "criterion",
      "department",
      "dispatchedAt",
      "filedAt",
    ]);
    const held = stages.onHold().act("forceClose", "shift").act("reopen", "shift");
    expect(held.case.facts).not.toHaveProperty("holdUntil");
    expect(held.case.facts).not.toHaveProperty("cameFrom");
  });
});

describe("an appeal against a late mark", () => {
  const late = () => {
    const city = stages.handling("2022-08-11 08:00").goTo("2022-08-12 09:00").act("reportDone", "sweeper");
    return city.act("sendCheck", "intake").act("passCheck", "scout").act("close", "shift");
  };

  test("is reviewed by the dispatcher and decided by intake: upheld", () => {
    const city = late().act("appeal", "sanitationDesk");
    expect(city.refusal("decideAppeal", "intake").code).toBe("no-request");
    city.act("reviewAppeal", "dispatch", { supports: true, reason: "当日停电" });
    expect(Object.keys(city.case.requests)).toEqual(["appealDecision"]);
    city.act("decideAppeal", "intake", { upheld: true, reason: "当日停电" });
    expect(city.case).toMatchObject({ state: "closed", facts: { appeal: "upheld" }, requests: {} });
  });

  test("may be dismissed, and is made once", () => {
    const city = late().act("appeal", "sanitationDesk").act("reviewAppeal", "dispatch");
    city.act("decideAppeal", "intake", { upheld: false, reason: "理由不足" });
    expect(city.case.facts["appeal"]).toBe("dismissed");
    expect(city.refusal("appeal", "sanitationDesk").message.zh).toBe("每案只能申诉一次");
  });

  test("is for late cases only", () => {
    expect(stages.closed().refusal("appeal", "sanitationDesk").message.zh).toBe("处置没有超期，无需申诉");
    expect(new City().act("reportSelfHandled", "scout").refusal("appeal", "sanitationDesk").code).toBe("not-your-turn");
  });

  test("is made within the days that the city sets, by the department concerned", () => {
    expect(late().refusal("appeal", "lightingDesk").code).toBe("not-your-turn");
    expect(
      late()
        .wait(7 * 24 + 1)
        .refusal("appeal", "sanitationDesk").message.zh,
    ).toBe("结案已超过 7 天，不能申诉");
  });

  test("lapses when the case is reopened", () => {
    expect(late().act("appeal", "sanitationDesk").act("reopen", "shift").case).toMatchObject({
      state: "filed",
      requests: {},
    });
  });
});

describe("from above", () => {
  test("a case is urged: its state stays, its handler is told, its time is noted", () => {
    const city = stages.handling();
    const until = city.now + 3600_000;
    city.act("urge", "mayor", { text: "今天必须办结", until });
    expect(city.case).toMatchObject({ state: "handling", facts: { urgedUntil: until } });
    expect(city.effects).toMatchObject([{ kind: "notify", to: "sweeper" }]);
    expect(city.refusal("urge", "inspector", { text: "快", until: city.now }).problems?.[0]?.field).toBe("/until");
  });

  test("a leader instructs", () => {
    expect(stages.reported().act("instruct", "mayor").case.counts["instruct"]).toBe(1);
  });

  test("the shift leader changes the criterion and the time spent counts against the new limit", () => {
    const city = stages.dispatched("2022-08-11 08:00").wait(2);
    city.act("changeCriterion", "shift", { type: "poster", criterion: "poster-2d", reason: "面积较大" });
    expect(city.case.facts["criterion"]).toBe("poster-2d");
    expect(read(handle(city)?.due)).toBe("2022-08-12 18:00");
    expect(handle(city)?.segments).toHaveLength(1);
  });

  test("a criterion changed before the dispatch sets the limit from the beginning", () => {
    const city = stages.filed().act("changeCriterion", "shift", { type: "lamp", criterion: "lamp-3h", reason: "改判" });
    expect(city.act("dispatch", "dispatch").case.clocks["handle"]?.limit).toEqual({ value: 3, unit: "urgent_hour" });
    expect(city.case.subject["type"]).toBe("lamp");
  });
});

test("an action leaves the case that it was given untouched", () => {
  const city = stages.handling();
  const before = JSON.stringify(city.case);
  const record = city.case;
  expect(
    apply(cityCase, record, "reportDone", { result: "已清除" }, city.context("sweeper", [{ hash: "1", kind: "after" }]))
      .ok,
  ).toBe(true);
  expect(JSON.stringify(record)).toBe(before);
});
