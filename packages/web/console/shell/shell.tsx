import { Outlet } from "react-router";
import { useTranslation } from "react-i18next";

export function Shell() {
  const { t } = useTranslation("shell");
  return (
    <>
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      <main id="content">
        <Outlet />
      </main>
    </>
  );
}
