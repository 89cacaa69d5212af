import { expect, test } from "vitest";
import { contentDisposition, plainName } from "./file-name.ts";

test.each([
  ["现场照片.jpg", "现场照片"],
  ["../../etc/passwd", "passwd"],
  ["..\\..\\windows\\system32\\cmd.exe", "cmd"],
  ["a\0b\r\nSet-Cookie: x.pdf", "abSet-Cookie_ x"],
  ["gpj.\u202Eexe.pdf", "gpj.exe"],
  ["\uD800half.png", "half"],
  ["...", undefined],
  ["/", undefined],
  ["", undefined],
  [undefined, undefined],
  [`${"长".repeat(5000)}.pdf`, "长".repeat(80)],
])("makes %j harmless", (name, expected) => {
  expect(plainName(name)).toBe(expected);
});

test("offers a name with the content's own extension, in a header that cannot be broken out of", () => {
  expect(contentDisposition("attachment", '罚款\'通知 "1"', "pdf")).toBe(
    "attachment; filename=\"_____ _1_.pdf\"; filename*=UTF-8''%E7%BD%9A%E6%AC%BE%27%E9%80%9A%E7%9F%A5%20%221%22.pdf",
  );
});
