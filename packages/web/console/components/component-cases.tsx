import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ComponentDetail } from "@xiuhua/server/api";
import { minuteText } from "../../shared/time/index.ts";
import { useStateTitle } from "../case/use-titles.ts";

/** The newest cases about a component that this person may see, and the way to all of them. */
export function ComponentCases({ component }: { component: ComponentDetail }) {
  const { t } = useTranslation("components");
  const stateTitle = useStateTitle();
  return (
    <section className="components-section">
      <h3>{t("cases")}</h3>
      {component.cases.length === 0 && <p className="case-faint">{t("noCases")}</p>}
      <ul>
        {component.cases.map((one) => (
          <li key={one.no}>
            <Link to={`/cases/${encodeURIComponent(one.no)}`}>{one.title}</Link>{" "}
            <span className="case-faint">
              {stateTitle(one.procedure, one.state)} · <span className="number">{minuteText(one.openedAt)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
