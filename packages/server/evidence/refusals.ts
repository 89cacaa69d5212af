import type { FieldProblem, Words } from "@xiuhua/core/procedure";
import type { Family } from "./media-types.ts";

/** Why a file is not taken. Stable: the problem answer's `type` is made from it. */
export type UploadRefusalCode =
  | "not-multipart" // the request is not a form with a file
  | "file-missing" // no file in the request, or an empty one
  | "file-too-large" // more bytes than its family may have
  | "file-cut-off" // the sender stopped in the middle
  | "file-hash-differs" // not the bytes whose SHA-256 the sender named
  | "file-type" // not one of the types taken, whatever its name says
  | "file-damaged" // a photo that does not decode to its end
  | "too-many-pixels"; // a photo that would fill the memory

/** A typed no about the file; `problems` names the field `/file`. */
export interface UploadRefusal {
  readonly code: UploadRefusalCode;
  readonly message: Words;
  readonly problems: readonly FieldProblem[];
}

const about = (code: UploadRefusalCode, message: Words): UploadRefusal => ({
  code,
  message,
  problems: [{ field: "/file", message }],
});

const taken: Words = {
  zh: "可上传：照片（JPEG、PNG、WebP）、录音（MP3、M4A、OGG、WAV、WebM）、文档（PDF、DOCX、XLSX）。",
  en: "Photos (JPEG, PNG, WebP), recordings (MP3, M4A, OGG, WAV, WebM) and documents (PDF, DOCX, XLSX) are taken.",
};

export const missing = about("file-missing", {
  zh: "没有收到文件，或文件为空。请在字段“file”中上传一个文件。",
  en: "There is no file, or it is empty. Send one file in the field “file”.",
});

export const wrongField = about("file-missing", {
  zh: "文件应放在字段“file”中。",
  en: "The file belongs in the field “file”.",
});

export const notMultipart = about("not-multipart", {
  zh: "请以 multipart/form-data 格式上传文件，字段名为“file”。",
  en: "Send the file as multipart/form-data, in the field “file”.",
});

export const cutOff = about("file-cut-off", {
  zh: "上传中断，文件不完整。请重新上传。",
  en: "The upload was cut off before the file was complete. Send it again.",
});

export const hashDiffers = about("file-hash-differs", {
  zh: "收到的内容与拍摄时计算的 SHA-256 不一致，未予采用。请重新上传原文件。",
  en: "What arrived does not have the SHA-256 that was computed when it was taken; it is not kept. Send the original again.",
});

export const wrongType = about("file-type", {
  zh: `按文件内容识别，此文件类型不可上传（与文件名无关）。${taken.zh}`,
  en: `By its content, whatever its name, this is not a type of file that is taken. ${taken.en}`,
});

export const heic = about("file-type", {
  zh: "暂不支持 HEIC 照片。请在手机相机设置中选择“兼容性最佳”（JPEG）后重新拍摄，或先转换为 JPEG。",
  en: "HEIC photos cannot be read here. Set the phone's camera to “Most Compatible” (JPEG), or convert the photo to JPEG first.",
});

export const video = about("file-type", {
  zh: `不可上传视频。${taken.zh}`,
  en: `Videos are not taken. ${taken.en}`,
});

export const damaged = about("file-damaged", {
  zh: "照片已损坏或不完整，无法打开。请重新拍摄或重新上传原图。",
  en: "The photo is damaged or incomplete and cannot be opened. Take it again, or send the original again.",
});

const familyNames: Readonly<Record<Family, Words>> = {
  photo: { zh: "照片", en: "photo" },
  audio: { zh: "录音", en: "recording" },
  document: { zh: "文档", en: "document" },
};

const megabytes = (bytes: number): string => String(Math.floor((bytes / 2 ** 20) * 10) / 10);

/** @param limit bytes */
export function tooLarge(limit: number, family?: Family): UploadRefusal {
  const name = family === undefined ? { zh: "文件", en: "file" } : familyNames[family];
  return about("file-too-large", {
    zh: `${name.zh}过大，最多 ${megabytes(limit)} MB。`,
    en: `The ${name.en} is too large; ${megabytes(limit)} MB is the most.`,
  });
}

/** @param limit pixels */
export function tooManyPixels(width: number, height: number, limit: number): UploadRefusal {
  const most = Math.floor(limit / 2 ** 20);
  return about("too-many-pixels", {
    zh: `照片为 ${width} × ${height} 像素，超过 ${most} 兆像素的上限。请缩小后再上传。`,
    en: `The photo has ${width} × ${height} pixels, more than the limit of ${most} megapixels. Make it smaller, then send it again.`,
  });
}
