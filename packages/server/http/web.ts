import files from "@fastify/static";
import type { FastifyInstance } from "fastify";

/**
 * Serves the built web application. The bundler puts a hash of the content into the name of what lies under `assets`,
 * so that may be kept for ever; everything else is asked for anew each time.
 */
export async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(files, {
    root: folder,
    cacheControl: false,
    // The build puts smaller ones beside them.
    preCompressed: true,
    // `/field` is the phone's page too, and its service worker's reach begins at the slash.
    redirect: true,
    setHeaders(reply, path) {
      const hashed = path.slice(folder.length).replaceAll("\\", "/").startsWith("/assets/");
      reply.setHeader("vary", "accept-encoding");
      reply.setHeader("cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
}
