import { Navigate, Route, Routes } from "react-router";
import { RecordPage, MinePage } from "../mine/index.ts";
import { AlarmBar, PatrolPage } from "../patrol/index.ts";
import { usePushNews } from "../push/index.ts";
import { ReportPage } from "../report/index.ts";
import { ActPage, TaskPage, TasksPage } from "../tasks/index.ts";
import { AbsentPage } from "./absent-page.tsx";
import { Guard } from "./guard.tsx";
import { Tabs } from "./tabs.tsx";
import { UpdateBar } from "../update/index.ts";

/** Which address shows what. The main screens have the menu below them; the others have their own way on there. */
export function Pages() {
  usePushNews();
  return (
    <Guard>
      <AlarmBar />
      <UpdateBar />
      <Routes>
        <Route element={<Tabs />}>
          <Route path="patrol" element={<PatrolPage />} />
          <Route index element={<Navigate to="/tasks" replace />} />
          <Route path="tasks" element={<TasksPage />} />
          <Route path="mine" element={<MinePage />} />
        </Route>
        <Route path="report" element={<ReportPage />} />
        <Route path="tasks/:no" element={<TaskPage />} />
        <Route path="tasks/:no/:action" element={<ActPage />} />
        <Route path="mine/:id" element={<RecordPage />} />
        <Route path="*" element={<AbsentPage />} />
      </Routes>
    </Guard>
  );
}
