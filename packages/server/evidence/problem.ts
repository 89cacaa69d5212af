import { problem, type ProblemAnswer } from "../http/index.ts";
import type { UploadRefusal, UploadRefusalCode } from "./refusals.ts";

const statuses: Readonly<Record<UploadRefusalCode, number>> = {
  "not-multipart": 415,
  "file-missing": 422,
  "file-too-large": 413,
  "file-cut-off": 400,
  "file-hash-differs": 422,
  "file-type": 422,
  "file-damaged": 422,
  "too-many-pixels": 422,
};

/** The refusal as a problem answer. */
export const uploadProblem = ({ code, message, problems }: UploadRefusal): ProblemAnswer =>
  problem(statuses[code], code, message, problems);
