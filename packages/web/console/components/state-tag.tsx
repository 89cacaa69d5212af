import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { ComponentState } from "@xiuhua/server/api";

const colours: Record<ComponentState, string> = {
  intact: "green",
  damaged: "orange",
  missing: "red",
  abandoned: "default",
  removed: "default",
};

export function StateTag({ state }: { state: ComponentState }) {
  const { t } = useTranslation("components");
  return <Tag color={colours[state]}>{t(`state.${state}`)}</Tag>;
}
