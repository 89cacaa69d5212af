import { useTranslation } from "react-i18next";
import type { PublicCase } from "@xiuhua/server/api";
import { useSay } from "../../shared/words/index.ts";
import { FieldList } from "../field-list.tsx";

/** By these a thing is called, where a procedure has one of them. */
const names: readonly string[] = ["title", "item"];

export function PublishedCard({ item }: { item: PublicCase }) {
  const { t } = useTranslation("portal");
  const say = useSay();
  const name = item.fields.find((field) => names.includes(field.name)) ?? item.fields[0];
  return (
    <li className="card portal-card">
      <div className="row spread">
        <h2>{name && say(name.value)}</h2>
        <span className="portal-state small">{say(item.state.title)}</span>
      </div>
      <FieldList fields={item.fields.filter((field) => field !== name)} />
      <p className="small faint number">{t("no", { no: item.no })}</p>
    </li>
  );
}
