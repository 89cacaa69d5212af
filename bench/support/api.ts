import { demoPassword } from "../../packages/server/demo/index.ts";

/** Logs in as one of the demo's people and makes a token, as a program of theirs would have. */
export async function tokenOf(url: string, login: string): Promise<string> {
  const entered = await fetch(`${url}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ login, password: demoPassword }),
  });
  const cookie = entered.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const csrf = text(await entered.json(), "csrf");
  const made = await fetch(`${url}/api/me/tokens`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie, "x-csrf-token": csrf },
    body: JSON.stringify({ name: "bench" }),
  });
  return text(await made.json(), "token");
}

/** A text property of an answer. @throws where it has none: the answer is then an error worth reading. */
function text(answer: unknown, name: string): string {
  const value: unknown = typeof answer === "object" && answer !== null ? Reflect.get(answer, name) : undefined;
  if (typeof value !== "string") throw new Error(`No ${name} in ${JSON.stringify(answer)}`);
  return value;
}
