import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sendFailure } from "./failures.ts";
import { standardProblem } from "./problem.ts";

/** Remembers which methods each address takes, so that a wrong method is told apart from a wrong address. */
export function rememberMethods(app: FastifyInstance): (path: string) => string[] {
  const addresses = new Map<string, { pattern: RegExp; methods: Set<string> }>();
  app.addHook("onRoute", ({ url, method }) => {
    if (!url.startsWith("/api/")) return;
    const pattern = new RegExp(`^${url.split("/").map(segmentPattern).join("/")}$`);
    const address = addresses.get(url) ?? { pattern, methods: new Set() };
    for (const one of [method].flat()) address.methods.add(one);
    addresses.set(url, address);
  });
  return (path) => {
    const fitting = [...addresses.values()].filter((one) => one.pattern.test(path));
    return [...new Set(fitting.flatMap((one) => [...one.methods]))].sort();
  };
}

function segmentPattern(segment: string): string {
  if (segment === "*") return ".*";
  return segment.startsWith(":") ? "[^/]+" : segment.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/**
 * What no route takes: an address of the web application opens the application, which finds its own page; the rest is a
 * problem.
 */
export function answerUnknown(app: FastifyInstance, methodsOf: (path: string) => string[], hasWeb: boolean): void {
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split("?")[0] ?? "";
    if (hasWeb && isPage(request, path)) return sendPage(reply, path);
    const allow = methodsOf(path);
    const failure = allow.length > 0 ? standardProblem("method-not-allowed", { allow }) : standardProblem("not-found");
    return sendFailure(failure, request, reply);
  });
}

/** A page's name has no dot: a missing script or picture must not be answered with a page. */
function isPage(request: FastifyRequest, path: string): boolean {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  if (path === "/api" || path.startsWith("/api/") || path.startsWith("/docs")) return false;
  return !(path.split("/").at(-1) ?? "").includes(".");
}

/** The phone's app and the public's door are pages of their own; every other address is the desk's. */
const doors = ["field", "portal"];

function sendPage(reply: FastifyReply, path: string): FastifyReply {
  const door = doors.find((name) => path.startsWith(`/${name}/`));
  return reply.code(200).sendFile(door === undefined ? "index.html" : `${door}/index.html`);
}
