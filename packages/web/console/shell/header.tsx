import { DisconnectOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Tag, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { send } from "../../shared/api/index.ts";
import { LanguageSwitch, ThemeSwitch } from "../../shared/ui/index.ts";
import type { Language } from "../../shared/words/index.ts";
import { useMe } from "../session/index.ts";
import { Notices } from "./notices.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { Search } from "./search.tsx";

export function Header({ online }: { online: boolean }) {
  const { t } = useTranslation("shell");
  const me = useMe();
  // The choice follows the person to the next machine; should that fail, it still holds on this one.
  const keep = useMutation({ mutationFn: (language: Language) => send("PATCH", "/me", { language }) });
  return (
    <header className="header">
      <Search />
      <span className="header-space" />
      <span aria-live="polite">
        {!online && (
          <Tooltip title={t("live.offline")}>
            <DisconnectOutlined className="header-offline" aria-label={t("live.offline")} />
          </Tooltip>
        )}
      </span>
      {me.city.demo && <Tag className="header-demo">{t("demo")}</Tag>}
      <Notices />
      <LanguageSwitch onChange={(language) => keep.mutate(language)} />
      <ThemeSwitch />
      <PersonMenu />
    </header>
  );
}
