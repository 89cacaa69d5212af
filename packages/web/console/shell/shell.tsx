import { Layout } from "antd";
import { Suspense, useState } from "react";
import { Outlet } from "react-router";
import { useTranslation } from "react-i18next";
import { AlarmWatch } from "../alarms/index.ts";
import { RequireMe } from "../session/index.ts";
import { useLive } from "../live/index.ts";
import { Header } from "./header.tsx";
import { Navigation } from "./navigation.tsx";
import { PageWait } from "./page-wait.tsx";
import "./shell.css";

const foldedKey = "xiuhua.navigation.folded";

export function Shell() {
  return (
    <RequireMe>
      <Frame />
    </RequireMe>
  );
}

function Frame() {
  const { t } = useTranslation("shell");
  const online = useLive();
  const [folded, setFolded] = useState(() => localStorage.getItem(foldedKey) === "yes");
  return (
    <Layout className="shell">
      <a className="shell-skip" href="#content">
        {t("skip")}
      </a>
      <Layout.Sider width={176} collapsedWidth={52} collapsed={folded} trigger={null}>
        <Navigation
          folded={folded}
          onFold={(next) => {
            localStorage.setItem(foldedKey, next ? "yes" : "no");
            setFolded(next);
          }}
        />
      </Layout.Sider>
      <Layout>
        <Header online={online} />
        <AlarmWatch />
        <main id="content" className="shell-content" tabIndex={-1}>
          <Suspense fallback={<PageWait />}>
            <Outlet />
          </Suspense>
        </main>
      </Layout>
    </Layout>
  );
}
