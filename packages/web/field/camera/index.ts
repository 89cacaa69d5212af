export { Camera, type Picture } from "./camera.tsx";
