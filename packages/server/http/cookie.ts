import type { FastifyReply, FastifyRequest } from "fastify";

const name = "xiuhua_session";

/** The session's token as the browser sent it. */
export function sessionCookie(request: FastifyRequest): string | undefined {
  return request.cookies[name];
}

/**
 * Hands the browser its token. Scripts can not read it, other sites can not send it, and where the page came by https
 * it never goes over a plain line. Behind a proxy `request.protocol` is https only if the proxy is trusted.
 */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string, seconds: number): void {
  void reply.setCookie(name, token, { ...attributes(request), maxAge: seconds });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(name, attributes(request));
}

function attributes(request: FastifyRequest) {
  const secure = request.server.secureCookies || request.protocol === "https";
  return { path: "/", httpOnly: true, sameSite: "strict", secure } as const;
}

declare module "fastify" {
  interface FastifyInstance {
    /** Mark the cookie `Secure` whatever the request looks like: for a proxy that does not say how it was reached. */
    readonly secureCookies: boolean;
  }
}
