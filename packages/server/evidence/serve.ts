import type { FastifyReply, FastifyRequest } from "fastify";
import type { Opened } from "./evidence.ts";
import { contentDisposition } from "./file-name.ts";
import { kindOf } from "./media-types.ts";
import { readRange } from "./range.ts";

/** A year, in seconds: the address is the content's own, so it never changes. */
const year = 31_536_000;

/**
 * Gives a stored file out, or the part of it that was asked for. Whatever it is, a browser must neither guess another
 * type for it nor run anything in it.
 */
export function serve(
  request: FastifyRequest,
  reply: FastifyReply,
  opened: Opened,
  disposition: "inline" | "attachment",
): FastifyReply {
  const etag = `"${opened.tag}"`;
  void reply
    .header("etag", etag)
    .header("cache-control", `private, max-age=${year}, immutable`)
    .header("x-content-type-options", "nosniff")
    .header("content-security-policy", "default-src 'none'; sandbox")
    .header("accept-ranges", "bytes");
  if (matches(request.headers["if-none-match"], etag)) return reply.code(304).send();

  const { extension } = kindOf(opened.mediaType);
  void reply
    .type(opened.mediaType)
    .header("content-disposition", contentDisposition(disposition, opened.name ?? opened.hash.slice(0, 12), extension));
  const range = currentRange(request, etag, opened.bytes);
  if (range === "unsatisfiable") {
    return reply.code(416).header("content-range", `bytes */${opened.bytes}`).send();
  }
  if (range === undefined) return reply.header("content-length", opened.bytes).send(opened.read());
  return reply
    .code(206)
    .header("content-range", `bytes ${range.start}-${range.end}/${opened.bytes}`)
    .header("content-length", range.end - range.start + 1)
    .send(opened.read(range));
}

/** Whether `If-None-Match` names this content (RFC 9110 §13.1.2: weak comparison). */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === etag);
}

/** A range of other content than this (`If-Range`, RFC 9110 §13.1.5) is answered with the whole. */
function currentRange(request: FastifyRequest, etag: string, bytes: number) {
  const condition = request.headers["if-range"];
  return condition === undefined || condition === etag ? readRange(request.headers.range, bytes) : undefined;
}
