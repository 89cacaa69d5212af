export { MinePage } from "./mine-page.tsx";
export { RecordPage } from "./record-page.tsx";
