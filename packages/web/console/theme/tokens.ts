import { theme, type ThemeConfig } from "antd";

const fontFamily =
  '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';

/**
 * One calm blue for what can be clicked; green, yellow and red are kept for the clocks alone,
 * so that a colour on this screen always means time.
 */
export function themeOf(dark: boolean, still: boolean): ThemeConfig {
  return {
    algorithm: dark ? [theme.darkAlgorithm, theme.compactAlgorithm] : [theme.defaultAlgorithm, theme.compactAlgorithm],
    token: {
      fontFamily,
      motion: !still,
      fontSize: 14,
      lineHeight: 1.6,
      colorPrimary: dark ? "#6a9be0" : "#2a5ea8",
      colorInfo: dark ? "#6a9be0" : "#2a5ea8",
      colorLink: dark ? "#86b0ea" : "#24549a",
      colorError: dark ? "#f0837a" : "#b8302a",
      colorWarning: dark ? "#e0b04a" : "#94620a",
      colorSuccess: dark ? "#62c08f" : "#1d7a4c",
      colorBgLayout: dark ? "#11161d" : "#f2f4f7",
      colorBgContainer: dark ? "#181f28" : "#ffffff",
      colorBgElevated: dark ? "#202935" : "#ffffff",
      colorBorder: dark ? "#3a4655" : "#cfd6df",
      colorBorderSecondary: dark ? "#2a3440" : "#e6eaef",
      colorText: dark ? "#e3e8ee" : "#1c2632",
      colorTextSecondary: dark ? "#aab4c0" : "#4c5866",
      colorTextTertiary: dark ? "#8d98a6" : "#66717e",
      borderRadius: 4,
      wireframe: false,
    },
    components: {
      Table: {
        cellPaddingBlockSM: 6,
        cellPaddingInlineSM: 8,
        headerBg: dark ? "#1e2733" : "#f5f7fa",
        headerColor: dark ? "#b8c2ce" : "#46525f",
        headerSplitColor: "transparent",
        rowHoverBg: dark ? "#202a36" : "#f3f7fc",
        rowSelectedBg: dark ? "#1d3049" : "#e8f0fb",
        rowSelectedHoverBg: dark ? "#213755" : "#deeaf9",
      },
      Layout: { headerBg: dark ? "#181f28" : "#ffffff", siderBg: dark ? "#131b25" : "#1b2c42" },
      Tag: { defaultBg: dark ? "#242e3a" : "#f3f5f8" },
    },
  };
}
