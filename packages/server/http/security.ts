import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

/**
 * Headers that keep a page of ours to itself. Scripts come from us alone and never from a string. Styles may stand in
 * the page, since the component library writes its own; pictures may be blobs (a photo before its upload) and the
 * map's workers start from a blob.
 * @param outsideHosts whence a city lets the browser fetch its base map; none unless it set one
 */
export async function secure(app: FastifyInstance, outsideHosts: readonly string[]): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "script-src-attr": ["'none'"],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "blob:", "data:", ...outsideHosts],
        "media-src": ["'self'", "blob:"],
        "font-src": ["'self'", "data:"],
        "connect-src": ["'self'", "blob:", "data:", ...outsideHosts],
        "worker-src": ["'self'", "blob:"],
        "child-src": ["'self'", "blob:"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
      },
    },
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
    // Whether a city serves by https alone is for its proxy to promise, not for us.
    strictTransportSecurity: false,
  });
}
