import { DesktopOutlined, MoonOutlined, SunOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { setThemeMode, useThemeMode, type ThemeMode } from "../theme/index.ts";

const icons = { light: <SunOutlined />, dark: <MoonOutlined />, system: <DesktopOutlined /> };
const modes: readonly ThemeMode[] = ["light", "dark", "system"];

export function ThemeSwitch() {
  const { t } = useTranslation();
  const mode = useThemeMode();
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        selectedKeys: [mode],
        items: modes.map((one) => ({
          key: one,
          icon: icons[one],
          label: t(`theme.${one}`),
          onClick: () => setThemeMode(one),
        })),
      }}
    >
      <Button type="text" icon={icons[mode]} aria-label={`${t("theme.label")}: ${t(`theme.${mode}`)}`} />
    </Dropdown>
  );
}
