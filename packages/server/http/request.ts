import type { FastifyInstance } from "fastify";
import type { Access, Reader } from "../people/index.ts";
import { languageOf, type Language } from "./language.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** How this request was let in; null on a public route. */
    access: Access | null;
    /** Who asks. Everything under /api has one but the routes marked `public`. */
    readonly reader: Reader;
    /** The person's own language, else the one the client asks for. */
    readonly language: Language;
  }
  interface FastifyContextConfig {
    /** Open to anybody, without a session or a token. */
    public?: boolean;
  }
}

export function decorateRequests(app: FastifyInstance): void {
  app.decorateRequest("access", null);
  app.decorateRequest("reader", {
    getter() {
      if (this.access === null) throw new Error(`A public route asked who reads: ${this.routeOptions.url ?? this.url}`);
      return this.access.reader;
    },
  });
  app.decorateRequest("language", {
    getter() {
      return this.access?.reader.language ?? languageOf(this.headers["accept-language"]);
    },
  });
}
