import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { onLoggedOut } from "../../shared/api/index.ts";
import { changeLanguage, storedLanguage } from "../../shared/words/index.ts";
import { OutboxProvider } from "../outbox/index.ts";
import { PatrolProvider } from "../patrol/index.ts";
import { useMe, usePhone } from "../session/index.ts";
import { openDesk, type OpenDesk } from "./open-desk.ts";
import { Pages } from "./pages.tsx";
import { Splash } from "./splash.tsx";
import "./shell.css";

/** Everything of one person: their queue, what was kept for them, their screens. */
export function Desk({ person }: { person: string }) {
  const phone = usePhone();
  const { language } = useMe();
  const [desk, setDesk] = useState<OpenDesk>();
  useEffect(() => {
    let gone = false;
    const opening = openDesk(phone, person);
    void opening.then((opened) => !gone && setDesk(opened));
    return () => {
      gone = true;
      void opening.then((opened) => opened.close());
    };
  }, [phone, person]);
  useEffect(() => onLoggedOut(phone.session.expired), [phone]);
  useEffect(() => {
    // What was chosen on this machine comes first; a new machine takes over the person's own language.
    if (storedLanguage() === undefined) void changeLanguage(language);
  }, [language]);
  if (!desk) return <Splash />;
  return (
    <QueryClientProvider client={desk.client}>
      <OutboxProvider value={desk.outbox}>
        <PatrolProvider value={desk.patrol}>
          <Pages />
        </PatrolProvider>
      </OutboxProvider>
    </QueryClientProvider>
  );
}
