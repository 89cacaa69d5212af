import { useQuery } from "@tanstack/react-query";
import { Button, Drawer, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failure } from "../../shared/ui/index.ts";
import { ComponentAbout } from "./component-about.tsx";
import { ComponentCases } from "./component-cases.tsx";
import { ComponentHistory } from "./component-history.tsx";
import { InspectionDialog } from "./inspection-dialog.tsx";
import { componentQuery } from "./queries.ts";
import { StateDialog } from "./state-dialog.tsx";

/** One component: what it is, who keeps it, what happened to it, and the cases about it. */
export function ComponentDrawer({ code, onClose }: { code: string; onClose: () => void }) {
  const { t } = useTranslation("components");
  const found = useQuery(componentQuery(code));
  const [doing, setDoing] = useState<"state" | "inspection">();
  const component = found.data;
  return (
    <Drawer
      open
      size={560}
      title={component ? component.name : code}
      onClose={onClose}
      extra={
        component?.mayChange && (
          <>
            <Button onClick={() => setDoing("state")}>{t("changeState")}</Button>{" "}
            <Button type="primary" onClick={() => setDoing("inspection")}>
              {t("inspect")}
            </Button>
          </>
        )
      }
    >
      {found.isPending && <Skeleton active />}
      {found.error && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {component && (
        <>
          <ComponentAbout component={component} />
          <ComponentCases component={component} />
          <ComponentHistory events={component.history} />
          {doing === "state" && <StateDialog component={component} onClose={() => setDoing(undefined)} />}
          {doing === "inspection" && <InspectionDialog component={component} onClose={() => setDoing(undefined)} />}
        </>
      )}
    </Drawer>
  );
}
