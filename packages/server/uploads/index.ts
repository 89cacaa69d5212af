export { makeUploads, type Uploads, type UploadsOptions } from "./uploads.ts";
export { uploadRoutes } from "./routes.ts";
