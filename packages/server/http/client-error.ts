import type { FastifyServerOptions } from "fastify";
import { errors } from "./errors.ts";

/**
 * What is not even HTTP never becomes a request, so nobody's language is known: it is told in Chinese and English, and
 * the connection ends.
 */
export const answerClientError: NonNullable<FastifyServerOptions["clientErrorHandler"]> = (error, socket) => {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  // Node's own codes: headers over the limit, a request that never came to its end.
  const [status, line] =
    error.code === "HPE_HEADER_OVERFLOW"
      ? [431, "Request Header Fields Too Large"]
      : error.code === "ERR_HTTP_REQUEST_TIMEOUT"
        ? [408, "Request Timeout"]
        : [400, "Bad Request"];
  const { title, message } = errors["bad-request"];
  const body = JSON.stringify({
    type: "urn:xiuhua:problem:bad-request",
    title: `${title.zh} ${title.en}`,
    status,
    message,
  });
  if (!socket.writable) return void socket.destroy();
  socket.end(
    `HTTP/1.1 ${status} ${line}\r\ncontent-type: application/problem+json; charset=utf-8\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
};
