export const text = (words: string): Buffer => Buffer.from(words, "utf8");

/** A PDF of one empty page. */
export const pdf = text(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

const box = (type: string, ...content: Buffer[]): Buffer => {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
};

/** An MP4 with tracks of these handlers (`soun`, `vide`); its movie box after its data, as cameras write it. */
export function mp4(brand: string, handlers: readonly string[]): Buffer {
  const tracks = handlers.map((handler) =>
    box(
      "trak",
      box("tkhd", Buffer.alloc(84)),
      box("mdia", box("hdlr", Buffer.alloc(8), text(handler), Buffer.alloc(13))),
    ),
  );
  return Buffer.concat([
    box("ftyp", text(brand), Buffer.alloc(4), text("isommp42")),
    box("mdat", Buffer.alloc(2000, 7)),
    box("moov", box("mvhd", Buffer.alloc(100)), ...tracks),
  ]);
}

const element = (id: string, content: Buffer): Buffer =>
  Buffer.concat([Buffer.from(id, "hex"), Buffer.from([0x40 | (content.length >> 8), content.length & 0xff]), content]);

/** A WebM of a live recorder: the segment's size is not known. Track types: 1 pictures, 2 sound. */
export function webm(trackTypes: readonly number[]): Buffer {
  const entries = trackTypes.map((type) =>
    element("ae", Buffer.concat([element("d7", Buffer.from([1])), element("83", Buffer.from([type]))])),
  );
  return Buffer.concat([
    element("1a45dfa3", Buffer.concat([element("4286", Buffer.from([1])), element("4282", text("webm"))])),
    Buffer.from("1853806701ffffffffffffff", "hex"),
    element("1549a966", element("2ad7b1", Buffer.from([15, 66, 64]))),
    element("1654ae6b", Buffer.concat(entries)),
    element("1f43b675", Buffer.alloc(300)),
  ]);
}

/** MPEG 1 layer III, 128 kbit/s at 44.1 kHz: frames of 417 bytes. */
export function mp3(frames: number): Buffer {
  const frame = Buffer.alloc(417);
  frame.writeUInt32BE(0xfffb9000);
  return Buffer.concat(Array.from({ length: frames }, () => frame));
}

/** A second of silence. */
export function wav(): Buffer {
  const data = Buffer.alloc(16_000);
  const head = Buffer.alloc(44);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(36 + data.length, 4);
  head.write("WAVEfmt ", 8, "latin1");
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(16_000, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36, "latin1");
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}

/** A zip whose one stored entry is an office file's list of content types. */
export function office(mainType: string): Buffer {
  const name = text("[Content_Types].xml");
  const body = text(
    `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${mainType}.main+xml"/></Types>`,
  );
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50);
  head.writeUInt16LE(20, 4);
  head.writeUInt32LE(body.length, 18);
  head.writeUInt32LE(body.length, 22);
  head.writeUInt16LE(name.length, 26);
  const directory = Buffer.alloc(46);
  directory.writeUInt32LE(0x02014b50);
  directory.writeUInt32LE(body.length, 20);
  directory.writeUInt32LE(body.length, 24);
  directory.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + body.length, 16);
  return Buffer.concat([head, name, body, directory, name, end]);
}
