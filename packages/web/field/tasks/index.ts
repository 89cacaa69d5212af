export { ActPage } from "./act-page.tsx";
export { startKeeper } from "./start-keeper.ts";
export { TaskPage } from "./task-page.tsx";
export { TasksPage } from "./tasks-page.tsx";
export { useStateTitle } from "./use-state-title.ts";
export { useTaskCount } from "./use-task-count.ts";
