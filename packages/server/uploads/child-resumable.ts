/**
 * A process that uploads one photo after the other without pause, each in small pieces. Its statements it hands to its
 * parent: what is to be killed here is the files' side.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { makeEvidence } from "../evidence/index.ts";
import { photo } from "../testing/photos.ts";
import { remoteDatabase } from "../testing/remote-database.ts";
import { makeUploads } from "./uploads.ts";

const [city = "", folder = "", first = "1"] = process.argv.slice(2);
const now = () => Date.now();
// These photos carry no time that would have to be placed.
const calendar = { atLocal: () => NaN };
const db = remoteDatabase();
const evidence = makeEvidence({ db, city: { code: city, calendar }, folder: join(folder, "evidence"), now });
const uploads = await makeUploads({ evidence, folder: join(folder, "uploads"), now });

const pieces = 12;
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const ask = (path: string, method: string, headers: Record<string, string>, body?: Uint8Array<ArrayBuffer>) =>
  uploads.handle(
    "li",
    new Request(`http://upload.invalid${path}`, {
      method,
      headers: { "tus-resumable": "1.0.0", ...headers },
      ...(body ? { body } : {}),
    }),
  );

for (let seed = Number(first); ; seed += 1) {
  const bytes = new Uint8Array(await photo({ seed }));
  const begun = await ask("/api/uploads", "POST", {
    "upload-length": String(bytes.length),
    "upload-metadata": `sha256 ${Buffer.from(sha256(bytes)).toString("base64")}`,
  });
  const path = begun.headers.get("location") ?? "";
  process.send?.({ no: path.split("/").at(-1), seq: seed });
  const size = Math.ceil(bytes.length / pieces);
  for (let at = 0; at < bytes.length; at += size)
    await ask(
      path,
      "PATCH",
      { "upload-offset": String(at), "content-type": "application/offset+octet-stream" },
      bytes.slice(at, at + size),
    );
  process.send?.({ acknowledged: seed });
}
