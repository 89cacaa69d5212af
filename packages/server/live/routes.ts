import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { LiveHub } from "./hub.ts";

/** Keeps proxies from closing a quiet stream. */
const beatMs = 25_000;

/**
 * Server-sent events: `case` for each case that moved, `news` when there is something new among one's notices, `street` when
 * people moved over whom one watches. A number tells nothing; reading the case asks the rules.
 */
export function liveRoutes(hub: LiveHub): FastifyPluginAsyncTypebox {
  return async (app) => {
    const open = new Set<() => void>();
    app.addHook("preClose", async () => {
      for (const end of open) end();
    });
    app.get(
      "/api/live",
      {
        schema: {
          tags: ["live"],
          summary: "Server-sent events: cases that moved, news for oneself, people who moved in the street",
        },
      },
      (request, reply) => {
        reply.hijack();
        const { raw } = reply;
        raw.writeHead(200, {
          "content-type": "text/event-stream; charset=utf-8",
          "cache-control": "no-store",
          "x-accel-buffering": "no",
        });
        raw.write("retry: 3000\n\n");
        const stop = hub.listen(request.reader.person, {
          cases(messages) {
            for (const message of messages) raw.write(`event: case\ndata: ${JSON.stringify(message)}\n\n`);
          },
          news: () => raw.write("event: news\ndata: {}\n\n"),
          street: () => raw.write("event: street\ndata: {}\n\n"),
        });
        const beat = setInterval(() => raw.write(": \n\n"), beatMs);
        const end = () => {
          clearInterval(beat);
          stop();
          open.delete(end);
          raw.end();
        };
        open.add(end);
        request.raw.on("close", end);
      },
    );
  };
}
