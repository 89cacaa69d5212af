import { App, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US.js";
import zhCN from "antd/locale/zh_CN.js";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn.js";
import type { ReactNode } from "react";
import { useLanguage } from "../../shared/words/index.ts";
import { useDark } from "../../shared/theme/index.ts";
import { useStill } from "./still.ts";
import { themeOf } from "./tokens.ts";

const locales = { zh: zhCN, en: enUS };

/** The component library in the reader's language and light. */
export function Themed({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const dark = useDark();
  const still = useStill();
  dayjs.locale(language === "zh" ? "zh-cn" : "en");
  return (
    <ConfigProvider locale={locales[language]} theme={themeOf(dark, still)} componentSize="medium">
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}
