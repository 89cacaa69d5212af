import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { setThemeMode, useThemeMode, type ThemeMode } from "../../shared/theme/index.ts";
import { changeLanguage, useLanguage, useSay, type Language } from "../../shared/words/index.ts";
import { isOpen } from "../queue/index.ts";
import { useOutgoing } from "../outbox/index.ts";
import { useMe, usePhone } from "../session/index.ts";
import { Button, Segmented, Sheet } from "../ui/index.ts";
import { useDisk } from "./use-disk.ts";

/** Who is logged in, how the app looks, what the phone holds; and the way out. */
export function Account() {
  const { t } = useTranslation("outbox");
  const { t: common } = useTranslation();
  const me = useMe();
  const say = useSay();
  const { device } = usePhone();
  const language = useLanguage();
  const mode = useThemeMode();
  const room = useDisk(undefined);
  const [leaving, setLeaving] = useState(false);
  const [safe, setSafe] = useState<boolean>();
  useEffect(() => void navigator.storage.persisted().then(setSafe), []);
  return (
    <section className="account card" aria-labelledby="account-title">
      <h2 id="account-title">{say(me.name)}</h2>
      <p className="faint">{say(me.title ?? me.grants[0]?.unitName ?? me.city.name)}</p>
      <Segmented<Language>
        label={common("language.label")}
        value={language}
        onChange={(next) => void changeLanguage(next)}
        options={(["zh", "en"] as const).map((value) => ({ value, label: common(`language.${value}`) }))}
      />
      <Segmented<ThemeMode>
        label={common("theme.label")}
        value={mode}
        onChange={setThemeMode}
        options={(["light", "dark", "system"] as const).map((value) => ({ value, label: common(`theme.${value}`) }))}
      />
      <p className="small faint">
        {room && `${t("account.room", { photos: room.photos })} · `}
        {safe !== undefined && `${t(safe ? "account.safe" : "account.unsafe")} · `}
        {t("account.version", { version: device.appVersion })}
      </p>
      <Button wide onClick={() => setLeaving(true)}>
        {t("account.logOut")}
      </Button>
      {leaving && <LeaveSheet onClose={() => setLeaving(false)} />}
    </section>
  );
}

function LeaveSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("outbox");
  const { t: common } = useTranslation();
  const { session } = usePhone();
  const { entries } = useOutgoing();
  const open = entries.filter(isOpen).length;
  return (
    <Sheet
      title={t("account.logOutTitle")}
      onClose={onClose}
      foot={
        <>
          <Button kind="main" wide onClick={() => void session.logOut()}>
            {t("account.logOut")}
          </Button>
          <Button wide onClick={onClose}>
            {common("cancel")}
          </Button>
        </>
      }
    >
      {open > 0 && <p>{t("account.logOutWaiting", { count: open })}</p>}
      <p>{t("account.logOutText")}</p>
    </Sheet>
  );
}
