import { use, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { BrowserRouter } from "react-router";
import { useDark } from "../shared/theme/index.ts";
import { LogInPage } from "./log-in/index.ts";
import { MeProvider, PhoneProvider, type Phone } from "./session/index.ts";
import { Desk, Splash, startPhone } from "./shell/index.ts";
import { Notice, Screen } from "./ui/index.ts";

/** Opened once; what goes wrong with it is told by the screen below. */
const phone = isSecureContext ? startPhone() : undefined;

/** The app: on this phone, for whoever is logged in. */
export function Field() {
  // The look follows the choice made on this machine.
  useDark();
  if (!phone) return <NeedsHttps />;
  return <Opened opening={phone} />;
}

function Opened({ opening }: { opening: Promise<Phone | undefined> }) {
  const opened = use(opening);
  return opened ? <Working phone={opened} /> : <DiskClosed />;
}

function Working({ phone: opened }: { phone: Phone }) {
  const session = useSyncExternalStore(opened.session.subscribe, opened.session.get);
  return (
    <PhoneProvider value={opened}>
      <BrowserRouter basename="/field">
        {session.kind === "asking" && <Splash />}
        {session.kind === "out" && <LogInPage lost={session.lost} ended={session.ended} />}
        {session.kind === "in" && (
          <MeProvider value={session.me}>
            <Desk key={session.me.id} person={session.me.id} />
          </MeProvider>
        )}
      </BrowserRouter>
    </PhoneProvider>
  );
}

function NeedsHttps() {
  const { t } = useTranslation("field");
  return (
    <BrowserRouter basename="/field">
      <Screen title={t("title")}>
        <Notice tone="bad" title={t("https.title")}>
          {t("https.text")}
        </Notice>
      </Screen>
    </BrowserRouter>
  );
}

function DiskClosed() {
  const { t } = useTranslation("field");
  return (
    <Screen title={t("title")}>
      <Notice tone="bad" title={t("disk.closed")}>
        {t("disk.closedText")}
      </Notice>
    </Screen>
  );
}
