export { ReportPage } from "./report-page.tsx";
export { catalogueQuery } from "./use-types.ts";
