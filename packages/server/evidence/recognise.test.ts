import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ownFolder } from "../testing/folders.ts";
import { photo } from "../testing/photos.ts";
import { recognise } from "./recognise.ts";
import { mp3, mp4, office, pdf, text, wav, webm } from "./samples.ts";

async function typeOf(bytes: Uint8Array): Promise<string> {
  const path = join(ownFolder(), "anything.jpg");
  writeFileSync(path, bytes);
  const found = await recognise(path);
  return "mediaType" in found ? found.mediaType : `refused: ${found.refusal.message.en.slice(0, 4)}`;
}

const opus = Buffer.concat([
  text("OggS"),
  Buffer.from([0, 2]),
  Buffer.alloc(20),
  Buffer.from([1, 19]),
  text("OpusHead"),
  Buffer.alloc(400),
]);
const openXml = "application/vnd.openxmlformats-officedocument.";
const id3 = Buffer.concat([text("ID3"), Buffer.from([3, 0, 0, 0, 0, 1, 0]), Buffer.alloc(128)]);

test.each<[string, Buffer | Promise<Buffer>, string]>([
  ["JPEG", photo(), "image/jpeg"],
  ["PNG", photo({ format: "png" }), "image/png"],
  ["WebP", photo({ format: "webp" }), "image/webp"],
  ["MP3", mp3(3), "audio/mpeg"],
  ["MP3 behind an ID3 tag", Buffer.concat([id3, mp3(3)]), "audio/mpeg"],
  ["M4A", mp4("M4A ", ["soun"]), "audio/mp4"],
  ["MP4 of a phone's sound recorder", mp4("mp42", ["soun"]), "audio/mp4"],
  ["Ogg Opus", opus, "audio/ogg"],
  ["WAV", wav(), "audio/wav"],
  ["WebM of a browser's sound recorder", webm([2]), "audio/webm"],
  ["PDF", pdf, "application/pdf"],
  ["DOCX", office(`${openXml}wordprocessingml.document`), `${openXml}wordprocessingml.document`],
  ["XLSX", office(`${openXml}spreadsheetml.sheet`), `${openXml}spreadsheetml.sheet`],
])("takes %s by its content", async (_name, bytes, expected) => {
  expect(await typeOf(await bytes)).toBe(expected);
});

test.each<[string, Buffer]>([
  ["a text", text("This is no photo. ".repeat(100))],
  [
    "a Chinese text in UTF-16, which begins like an MP3",
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("焦作市城市管理".repeat(50), "utf16le")]),
  ],
  [
    "a text that begins like an MP3",
    Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0]), text("no more frames ".repeat(99))]),
  ],
  ["an ID3 tag without sound", Buffer.concat([id3, text("nothing to hear ".repeat(99))])],
  ["SVG", text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ["SVG with a declaration", text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
  ["HTML", text("<!doctype html><script>alert(1)</script>")],
  ["a Windows program", Buffer.concat([text("MZ"), Buffer.alloc(500)])],
  ["a Linux program", Buffer.concat([Buffer.from([0x7f]), text("ELF"), Buffer.alloc(500)])],
  ["a GIF", Buffer.concat([text("GIF89a"), Buffer.alloc(100)])],
  ["a plain zip", Buffer.concat([Buffer.from("504b0506", "hex"), Buffer.alloc(18)])],
  ["a Word file with macros", office("application/vnd.ms-word.document.macroEnabled.12")],
  ["one byte", Buffer.from([0xff])],
])("refuses %s", async (_name, bytes) => {
  expect(await typeOf(bytes)).toBe("refused: By i");
});

test.each<[string, Buffer]>([
  ["an MP4", mp4("isom", ["vide", "soun"])],
  ["an MP4 that calls itself M4A", mp4("M4A ", ["vide", "soun"])],
  ["a QuickTime film", mp4("qt  ", ["vide"])],
  ["a WebM", webm([1, 2])],
])("refuses %s with moving pictures as a video", async (_name, bytes) => {
  expect(await typeOf(bytes)).toBe("refused: Vide");
});

test("tells the owner of a HEIC photo what to do", async () => {
  expect(await typeOf(mp4("heic", []))).toBe("refused: HEIC");
});

test("survives files cut or bent at any place", async () => {
  const path = join(ownFolder(), "bent");
  for (const whole of [mp4("mp42", ["soun"]), webm([2]), mp3(3), office(`${openXml}spreadsheetml.sheet`), opus]) {
    for (let at = 0; at < Math.min(whole.length, 160); at += 3) {
      const bent = Buffer.from(whole);
      bent[at] = (bent[at] ?? 0) ^ 0xff;
      writeFileSync(path, bent);
      await expect(recognise(path)).resolves.toBeTypeOf("object");
      writeFileSync(path, whole.subarray(0, at));
      await expect(recognise(path)).resolves.toBeTypeOf("object");
    }
  }
});
