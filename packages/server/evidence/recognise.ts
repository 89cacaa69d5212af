import { fileTypeFromFile } from "file-type";
import { withFile } from "./bytes.ts";
import { isMediaType, type MediaType } from "./media-types.ts";
import { isMp3 } from "./mpeg-audio.ts";
import { heic, video, wrongType, type UploadRefusal } from "./refusals.ts";
import { mp4Tracks, webmTracks, type Tracks } from "./tracks.ts";

type Recognised = { readonly mediaType: MediaType } | { readonly refusal: UploadRefusal };

/** What the library calls them, and what we do. */
const aliases: Readonly<Record<string, MediaType>> = {
  "image/apng": "image/png",
  "audio/ogg; codecs=opus": "audio/ogg",
};

/**
 * A file's type by its content alone: its name and what the client says it is are not looked at. What is not on the
 * list of media types is refused, so SVG, HTML, programs and plain text never get in.
 */
export async function recognise(path: string): Promise<Recognised> {
  const found = await signature(path);
  if (found === undefined) return { refusal: wrongType };
  if (/^image\/(heic|heif|avif)/.test(found)) return { refusal: heic };
  if (found === "video/webm") return sound("audio/webm", await withFile(path, webmTracks));
  if (/^(video|audio)\/(mp4|x-m4a|x-m4v|3gpp2?)$/.test(found))
    return sound("audio/mp4", await withFile(path, mp4Tracks));
  if (found.startsWith("video/")) return { refusal: video };
  const mediaType = aliases[found] ?? found;
  if (!isMediaType(mediaType)) return { refusal: wrongType };
  if (mediaType === "audio/mpeg" && !(await withFile(path, isMp3))) return { refusal: wrongType };
  return { mediaType };
}

function sound(mediaType: MediaType, tracks: Tracks): Recognised {
  if (tracks === "sound") return { mediaType };
  return { refusal: tracks === "pictures" ? video : wrongType };
}

async function signature(path: string): Promise<string | undefined> {
  try {
    return (await fileTypeFromFile(path))?.mime;
  } catch (error) {
    // A file that trips the library up is not one of ours; a disk that does not answer is another matter.
    if (error instanceof Error && "syscall" in error) throw error;
    return undefined;
  }
}
