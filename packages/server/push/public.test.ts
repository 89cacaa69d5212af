import { promisify } from "node:util";
import { expect, test } from "vitest";
import { isPushEndpoint } from "./endpoint.ts";
import { isPublicAddress, lookUpPublic } from "./public-address.ts";

test("push services are names on the public internet, by https on its own port", () => {
  for (const endpoint of [
    "https://fcm.googleapis.com/fcm/send/abc:def",
    "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
    "https://web.push.apple.com/QGuQ",
    "https://push.hicloud.com/x?y=1",
  ])
    expect([endpoint, isPushEndpoint(endpoint)]).toEqual([endpoint, true]);
});

test.each([
  ["http://fcm.googleapis.com/x"],
  ["https://fcm.googleapis.com:8443/x"],
  ["https://user:word@fcm.googleapis.com/x"],
  ["https://localhost/x"],
  ["https://gateway/x"],
  ["https://db.city.local/x"],
  ["https://metadata.google.internal/x"],
  ["https://127.0.0.1/x"],
  ["https://2130706433/x"],
  ["https://0x7f.1/x"],
  ["https://10.0.0.7/x"],
  ["https://169.254.169.254/latest/meta-data"],
  ["https://[::1]/x"],
  ["https://[::ffff:10.0.0.1]/x"],
  ["https://localhost./x"],
  ["https://8.8.8.8/x"],
  ["file:///etc/passwd"],
  ["not an address"],
])("%s is none", (endpoint) => {
  expect(isPushEndpoint(endpoint)).toBe(false);
});

test("no address of the city's own network, of this machine, or of many at once is public", () => {
  for (const address of [
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "169.254.169.254",
    "172.31.255.255",
    "192.168.1.1",
    "198.19.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::a00:1",
    "fc00::1",
    "fd12::1",
    "fe80::1",
    "ff02::1",
    "2001:db8::1",
    "2002:a00:1::",
    "nonsense",
  ])
    expect([address, isPublicAddress(address)]).toEqual([address, false]);
  for (const address of ["1.1.1.1", "142.250.1.95", "172.32.0.1", "2606:4700::1111", "2a00:1450:4001:82a::200a"])
    expect([address, isPublicAddress(address)]).toEqual([address, true]);
});

test("a name that leads home is not connected to, whatever it is called", async () => {
  await expect(promisify(lookUpPublic)("localhost", {})).rejects.toThrow("public addresses");
  await expect(promisify(lookUpPublic)("127.0.0.1", {})).rejects.toThrow("public addresses");
});
