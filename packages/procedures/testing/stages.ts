import { City } from "./scenario.ts";

type Begin = ConstructorParameters<typeof City>;

/** A case at each stage of the long path, by the shortest way there. */
export const stages = {
  reported: (...begin: Begin) => new City(...begin).act("report", "scout"),
  verifying: (...begin: Begin) => stages.reported(...begin).act("sendVerify", "intake"),
  untrue: (...begin: Begin) => stages.verifying(...begin).act("rejectVerified", "scout"),
  accepted: (...begin: Begin) => stages.reported(...begin).act("accept", "intake"),
  filed: (...begin: Begin) => stages.accepted(...begin).act("file", "shift"),
  districtFiled: (...begin: Begin) => stages.filed(...begin).act("dispatch", "dispatch", { department: "jiefang" }),
  dispatched: (...begin: Begin) => stages.filed(...begin).act("dispatch", "dispatch"),
  handling: (...begin: Begin) => stages.dispatched(...begin).act("assign", "sanitationDesk"),
  returning: (...begin: Begin) => stages.dispatched(...begin).act("askReturn", "sanitationDesk"),
  disputed: (...begin: Begin) =>
    stages
      .returning(...begin)
      .act("approveReturn", "dispatch")
      .act("dispatch", "dispatch", { department: "lighting" })
      .act("askReturn", "lightingDesk")
      .act("approveReturn", "dispatch")
      .act("dispatch", "dispatch", { department: "sanitation" })
      .act("askReturn", "sanitationDesk"),
  onHold: (...begin: Begin) =>
    stages
      .handling(...begin)
      .act("askHold", "sanitationDesk")
      .act("approveHold", "dispatch"),
  handled: (...begin: Begin) => stages.handling(...begin).act("reportDone", "sweeper"),
  checking: (...begin: Begin) => stages.handled(...begin).act("sendCheck", "intake"),
  checked: (...begin: Begin) => stages.checking(...begin).act("passCheck", "scout"),
  closed: (...begin: Begin) => stages.checked(...begin).act("close", "shift"),
  notAccepted: (...begin: Begin) => stages.reported(...begin).act("refuse", "intake"),
  voided: (...begin: Begin) => stages.filed(...begin).act("approveVoid", "shift"),
  merged: (...begin: Begin) =>
    new City(...begin).act("report", "scout").act("report", "otherScout").act("merge", "intake", { into: "JZ-1" }),
};
