export { Camera, type Picture } from "./camera.tsx";
export type { Earlier } from "./ghost.tsx";
