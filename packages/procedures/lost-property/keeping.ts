import { Type } from "typebox";
import { note, rule, type ActionMaker } from "@xiuhua/core/procedure";
import { form, instant, person, placeInput, reason, remark, text } from "../shared/fields.ts";
import { holdsRole, inCity, placed, unitCan } from "../shared/rules.ts";
import type { PropertyShape } from "./base.ts";
import { contents, finder, item, kind, question, storage } from "./fields.ts";

const keepers = ["office", "brigade", "squadron", "districtBureau", "centre", "subDistrict"];

/** Found, listed by two, kept, handed from one to the next, announced. */
export const keeping = (action: ActionMaker<PropertyShape>) => ({
  report: action({
    title: { zh: "登记拾得物", en: "Record a find" },
    opens: true,
    to: "found",
    by: ["collector", "handler", "departmentOfficer", "intakeOfficer", "propertyKeeper"],
    evidence: { near: 0 },
    input: form({
      kind,
      item,
      place: placeInput,
      foundAt: instant("拾得时间", "Found at"),
      keeperUnit: note(text(64), { words: { zh: "送交单位", en: "Taken to" }, widget: "unit", offers: keepers }),
      finder: Type.Optional(finder),
    }),
    guard: ({ input, now, reference }) =>
      (input.foundAt > now
        ? rule({ zh: "拾得时间不能晚于现在", en: "It cannot have been found in the future" }, "/foundAt")
        : undefined) ??
      unitCan(reference, input.keeperUnit, keepers, "/keeperUnit") ??
      inCity(input.place, reference),
    subject: ({ input: { keeperUnit: _unit, ...input }, reference }) => ({
      ...input,
      place: placed(input.place, reference),
    }),
    set: ({ input, actor }) => ({ keeperUnit: input.keeperUnit, custodian: actor.person }),
  }),
  takeIn: action({
    title: { zh: "清点入库", en: "List and take in" },
    from: "found",
    to: "kept",
    by: ["propertyKeeper"],
    weight: "main",
    // Opened by one, seen by another: neither can be suspected alone.
    witnesses: 1,
    evidence: { reference: 1 },
    input: form({ contents, storage, question }),
    set: ({ input, actor }) => ({
      contents: input.contents,
      storage: input.storage,
      question: input.question,
      custodian: actor.person,
    }),
  }),
  handOver: action({
    title: { zh: "移交保管", en: "Hand over" },
    from: ["kept", "announced", "claimed"],
    to: "same",
    by: ["propertyKeeper"],
    witnesses: 1,
    input: form({ keeper: person("propertyKeeper", "接收人", "Receiver"), storage: Type.Optional(storage) }),
    guard: ({ input, reference, facts }) =>
      input.keeper === facts.custodian
        ? rule({ zh: "物品已在此人手中", en: "It is in their hands already" }, "/keeper")
        : holdsRole(reference, input.keeper, "propertyKeeper", "/keeper", facts.keeperUnit),
    set: ({ input }) => ({
      custodian: input.keeper,
      ...(input.storage === undefined ? {} : { storage: input.storage }),
    }),
  }),
  announce: action({
    title: { zh: "发布招领公告", en: "Announce" },
    from: "kept",
    to: "announced",
    by: ["propertyKeeper"],
    weight: "main",
    input: form({ note: remark }),
    set: ({ now }) => ({ noticeAt: now }),
  }),
  logCall: action({
    title: { zh: "记录来电", en: "Log a call" },
    from: ["found", "kept", "announced", "claimed"],
    to: "same",
    by: ["propertyKeeper", "collector", "handler", "departmentOfficer"],
    input: form({
      caller: note(text(60), { words: { zh: "来电人", en: "Who rang" } }),
      said: note(text(500), { words: { zh: "来电内容", en: "What was said" }, widget: "longText" }),
    }),
  }),
  toPolice: action({
    title: { zh: "送交公安", en: "Hand to the police" },
    from: ["found", "kept", "announced"],
    to: "withPolice",
    by: ["propertyKeeper"],
    weight: "grave",
    evidence: { document: 1 },
    input: form({ reason }),
  }),
});
