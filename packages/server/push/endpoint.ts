import { isIP } from "node:net";
import { problem } from "../http/index.ts";

/** Names that are only known at home. */
const homely = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|test|invalid|example|onion|arpa)$/;

/**
 * Whether an address can be a push service's: https on its own port, a name with a dot in it, no password. The name's
 * network is looked at when it is connected to.
 */
export function isPushEndpoint(text: string): boolean {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return false;
  }
  const host = url.hostname.replace(/\.$/, "").toLowerCase();
  return (
    url.protocol === "https:" &&
    url.port === "" &&
    url.username === "" &&
    url.password === "" &&
    host.includes(".") &&
    isIP(host) === 0 &&
    !host.startsWith("[") &&
    !homely.test(host)
  );
}

export const wrongEndpoint = () => {
  const message = {
    zh: "推送地址不正确：应为浏览器给出的公网 https 地址",
    en: "This is no push service's address: it must be https, on the public internet, as the browser gives it",
  };
  return problem(422, "push-endpoint", message, [{ field: "/endpoint", message }]);
};
