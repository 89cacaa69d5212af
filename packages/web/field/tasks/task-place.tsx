import { useTranslation } from "react-i18next";
import type { CaseDetail } from "@xiuhua/server/api";
import { metresBetween } from "../pack/index.ts";
import { useFix } from "../phone/index.ts";
import { LittleMap } from "../place/index.ts";
import { useApart } from "./use-apart.ts";

/** Where it is: on the map, in words, and how far from here. */
export function TaskPlace({ detail: { place } }: { detail: CaseDetail }) {
  const { t } = useTranslation("task");
  const apart = useApart();
  const fix = useFix();
  const here = fix.kind === "fixed" ? fix.position : undefined;
  if (!place) return null;
  return (
    <section className="card task-place" aria-label={t("place")}>
      <LittleMap point={place} here={here} />
      <div className="row spread task-place-row">
        <span>{place.text}</span>
        {here && <strong className="task-apart number">{apart(metresBetween(here, place))}</strong>}
      </div>
    </section>
  );
}
