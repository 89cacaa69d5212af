import { demoPassword } from "../../packages/server/demo/index.ts";

const made = new Map<string, Promise<string>>();

/** The token of one of the demo's people, made once: who logs in over and over is slowed down, and rightly. */
export function tokenOf(url: string, login: string): Promise<string> {
  const key = `${url} ${login}`;
  const token = made.get(key) ?? makeToken(url, login);
  made.set(key, token);
  return token;
}

async function makeToken(url: string, login: string): Promise<string> {
  const entered = await fetch(`${url}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ login, password: demoPassword }),
  });
  const cookie = entered.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const csrf = text(await entered.json(), "csrf");
  const answer = await fetch(`${url}/api/me/tokens`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie, "x-csrf-token": csrf },
    body: JSON.stringify({ name: "bench" }),
  });
  return text(await answer.json(), "token");
}

/** A text property of an answer. @throws where it has none: the answer is then an error worth reading. */
function text(answer: unknown, name: string): string {
  const value: unknown = typeof answer === "object" && answer !== null ? Reflect.get(answer, name) : undefined;
  if (typeof value !== "string") throw new Error(`No ${name} in ${JSON.stringify(answer)}`);
  return value;
}
