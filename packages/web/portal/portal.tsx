import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { BrowserRouter, Route, Routes } from "react-router";
import { Empty } from "../shared/phone/index.ts";
import { useDark } from "../shared/theme/index.ts";
import { Page } from "./page.tsx";
import { HomePage, PublishedPage } from "./published/index.ts";
import { TaskPage } from "./task/index.ts";

const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false } } });

/** The public's door: what is published, and tasks that came as a link. Nobody logs in here. */
export function Portal() {
  useDark();
  return (
    <QueryClientProvider client={queries}>
      <BrowserRouter basename="/portal">
        <Routes>
          <Route path="/" element={<HomePage />} />
          <Route path="/p/:procedure" element={<PublishedPage />} />
          <Route path="/t/:token" element={<TaskPage />} />
          <Route path="*" element={<Absent />} />
        </Routes>
      </BrowserRouter>
    </QueryClientProvider>
  );
}

function Absent() {
  const { t } = useTranslation();
  return (
    <Page title={t("error.absent")} back="/">
      <Empty icon="search">{t("error.absentHint")}</Empty>
    </Page>
  );
}
