export { ResponsibilityPage } from "./responsibility-page.tsx";
