export { ListPage } from "./list-page.tsx";
export { QueuePage } from "./queue-page.tsx";
export { ReportedPage } from "./reported-page.tsx";
