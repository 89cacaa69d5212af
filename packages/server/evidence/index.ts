export { makeEvidence, type Evidence, type EvidenceOptions, type Opened } from "./evidence.ts";
export type { Stored, Upload } from "./intake.ts";
export { defaultLimits, type Limits } from "./limits.ts";
export type { UploadRefusal, UploadRefusalCode } from "./refusals.ts";
export { evidenceRoutes, type EvidenceServices } from "./routes.ts";
