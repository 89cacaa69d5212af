import { useTranslation } from "react-i18next";
import type { CaseDetail } from "@xiuhua/server/api";
import { useSay } from "../../../shared/words/index.ts";
import { Card } from "./card.tsx";

/** Shown elsewhere on the page, or by a mark of the header. */
const elsewhere: readonly string[] = [
  "description",
  "place",
  "short",
  "forced",
  "ruled",
  "cameFrom",
  "mergedInto",
  "urgedUntil",
];

/** What was reported, and what became of it, field by field. */
export function CaseFields({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation("case");
  const say = useSay();
  const shown = (group: "subject" | "facts") =>
    detail.fields.filter((field) => field.group === group && !elsewhere.includes(field.name));
  const facts = shown("facts");
  return (
    <Card title={t("section.facts")}>
      <dl className="case-fields">
        {shown("subject").map((field) => (
          <Field
            key={field.name}
            title={say(field.title)}
            value={say(field.value)}
            wide={say(field.value).length > 28}
          />
        ))}
      </dl>
      {facts.length > 0 && (
        <>
          <h3 className="case-subhead">{t("section.handling")}</h3>
          <dl className="case-fields">
            {facts.map((field) => (
              <Field
                key={field.name}
                title={say(field.title)}
                value={say(field.value)}
                wide={field.name === "criterion" || say(field.value).length > 28}
              />
            ))}
          </dl>
        </>
      )}
    </Card>
  );
}

function Field({ title, value, wide = false }: { title: string; value: string; wide?: boolean }) {
  return (
    <div className="case-field" data-wide={wide}>
      <dt>{title}</dt>
      <dd>{value}</dd>
    </div>
  );
}
