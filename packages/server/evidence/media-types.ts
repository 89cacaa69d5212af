/** What a piece of evidence can be. Size limits go by family. */
export type Family = "photo" | "audio" | "document";

interface Kind {
  readonly family: Family;
  /** Of a downloaded file's name, whatever name the file came with. */
  readonly extension: string;
}

/** Every media type that is taken. HEIC is not among them: the image library's free build cannot decode it. */
const kinds = {
  "image/jpeg": { family: "photo", extension: "jpg" },
  "image/png": { family: "photo", extension: "png" },
  "image/webp": { family: "photo", extension: "webp" },
  "audio/mpeg": { family: "audio", extension: "mp3" },
  "audio/mp4": { family: "audio", extension: "m4a" },
  "audio/ogg": { family: "audio", extension: "ogg" },
  "audio/wav": { family: "audio", extension: "wav" },
  "audio/webm": { family: "audio", extension: "webm" },
  "application/pdf": { family: "document", extension: "pdf" },
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": {
    family: "document",
    extension: "docx",
  },
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": { family: "document", extension: "xlsx" },
} as const satisfies Record<string, Kind>;

export type MediaType = keyof typeof kinds;

export const isMediaType = (text: string): text is MediaType => Object.hasOwn(kinds, text);

export const kindOf = (mediaType: MediaType): Kind => kinds[mediaType];
