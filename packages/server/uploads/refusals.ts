import { problem, standardProblem, type ProblemAnswer } from "../http/index.ts";

/** The ways to say no to an upload, as problem answers. What is wrong with the file itself the evidence says. */
export const noUpload = () =>
  problem(404, "not-found", {
    zh: "没有这个上传任务，或已过期。请重新上传。",
    en: "There is no such upload, or it has expired. Begin it again.",
  });

export const wrongMetadata = () => {
  const message = {
    zh: "上传须在 Upload-Metadata 中写明 sha256（文件的 SHA-256，64 位小写十六进制），可写 filename（至多 255 字）。",
    en: "Upload-Metadata must hold sha256 (of the file, 64 lower-case hexadecimal digits) and may hold filename (255 characters at most).",
  };
  return problem(422, "upload-metadata", message, [{ field: "/metadata", message }]);
};

export const tooManyUploads = (most: number) =>
  problem(422, "too-many-uploads", {
    zh: `未完成的上传过多（至多 ${most} 个）。请先完成或删除已有的上传。`,
    en: `Too many uploads are unfinished (${most} at most). Finish or delete some first.`,
  });

/** The library's answers by status, in our words. Undefined where it is no refusal but a failure. */
export function tusProblem(status: number): ProblemAnswer | undefined {
  switch (status) {
    case 404:
    case 410:
      return noUpload();
    case 409:
      return problem(409, "upload-offset", {
        zh: "续传位置与已收到的字节数不符。请用 HEAD 查询后从该处继续。",
        en: "The upload goes on elsewhere than it stopped. Ask with HEAD where that is, and go on there.",
      });
    case 412:
      return problem(412, "tus-version", {
        zh: "请求须带 Tus-Resumable: 1.0.0。",
        en: "The request must bear Tus-Resumable: 1.0.0.",
      });
    case 413:
      return problem(413, "upload-too-long", {
        zh: "收到的字节多于上传开始时声明的长度。",
        en: "More bytes came than the upload was said to have.",
      });
    case 400:
    case 403:
    case 501:
      return problem(400, "bad-upload", {
        zh: "上传请求不符合 tus 1.0 协议：请检查 Upload-Length、Upload-Offset 和 Content-Type。",
        en: "The request does not follow tus 1.0: look at Upload-Length, Upload-Offset and Content-Type.",
      });
    case 429:
      return standardProblem("too-many-requests");
    default:
      return undefined;
  }
}
