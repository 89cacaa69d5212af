export { makeEvidence, type Evidence, type EvidenceOptions, type Opened } from "./evidence.ts";
export type { Stored, Upload } from "./intake.ts";
export { defaultLimits, largest, type Limits } from "./limits.ts";
export { uploadProblem } from "./problem.ts";
export { tooLarge, type UploadRefusal, type UploadRefusalCode } from "./refusals.ts";
export { evidenceRoutes, type EvidenceServices } from "./routes.ts";
export { upload } from "./upload.ts";
