import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useTitle } from "../../ui/index.ts";
import { Icon } from "./icon.tsx";

interface ScreenProps {
  readonly title: string;
  /** Where the arrow leads; without one the screen is one of the main ones. */
  readonly back?: string;
  readonly tools?: ReactNode;
  /** What stays in reach of the thumb. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** One screen of the app: its name on top, its contents, its way on at the bottom. */
export function Screen({ title, back, tools, foot, children }: ScreenProps) {
  const { t } = useTranslation();
  useTitle(title);
  return (
    <>
      <header className="screen-head">
        {back !== undefined && (
          <Link to={back} className="screen-back" aria-label={t("back")}>
            <Icon name="back" />
          </Link>
        )}
        <h1>{title}</h1>
        {tools !== undefined && <div className="screen-tools">{tools}</div>}
      </header>
      <main className="screen-body">{children}</main>
      {foot !== undefined && <footer className="screen-foot">{foot}</footer>}
    </>
  );
}
