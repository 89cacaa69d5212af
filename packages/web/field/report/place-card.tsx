import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePack, within } from "../pack/index.ts";
import { LittleMap, PlaceSheet } from "../place/index.ts";
import { Button, Icon, Notice } from "../ui/index.ts";
import type { Report } from "./use-report.ts";

/** Where it is: on the map, in words, and how exactly. */
export function PlaceCard({ report }: { report: Report }) {
  const { t } = useTranslation("report");
  const pack = usePack();
  const [picking, setPicking] = useState(false);
  const { point, placeText, values, fix, own, position } = report;
  const accuracy = values.byHand ? undefined : point?.accuracy;
  const foreign = point !== undefined && own.size > 0 && !isOwn(point, own, pack?.cells ?? []);
  return (
    <section className="place-card card" aria-label={t("place.title")}>
      {point ? (
        <LittleMap point={point} accuracy={accuracy} own={own} />
      ) : (
        <div className="place-card-none">
          <Icon name={fix.kind === "searching" ? "aim" : "alert"} />
          <span>{t(`place.${fix.kind === "fixed" ? "searching" : fix.kind}`)}</span>
        </div>
      )}
      <div className="place-card-row">
        <span className="small faint place-card-accuracy">
          {values.byHand
            ? t("place.byHand")
            : accuracy !== undefined && t("place.accuracy", { metres: Math.round(accuracy) })}
        </span>
        <span className="row">
          {values.point && position && (
            <Button kind="quiet" icon="aim" onClick={() => report.set(pointOf(position, false))}>
              {t("place.here")}
            </Button>
          )}
          <Button kind="quiet" icon="pin" onClick={() => setPicking(true)}>
            {t("place.move")}
          </Button>
        </span>
      </div>
      <textarea
        className="input place-card-text"
        rows={1}
        maxLength={200}
        aria-label={t("place.text")}
        placeholder={t("place.placeholder")}
        value={placeText}
        onChange={(event) => report.set({ placeText: event.target.value })}
      />
      {foreign && <Notice tone="warn">{t("place.foreign")}</Notice>}
      {picking && (
        <PlaceSheet
          point={point}
          here={position}
          own={own}
          onClose={() => setPicking(false)}
          onPick={(picked) => {
            report.set(pointOf(picked, true));
            setPicking(false);
          }}
        />
      )}
    </section>
  );
}

/** A new point has new words; what the person wrote about the old one goes with it. */
const pointOf = ({ lng, lat, accuracy }: { lng: number; lat: number; accuracy?: number }, byHand: boolean) => ({
  point: { lng, lat, ...(accuracy === undefined || byHand ? {} : { accuracy }) },
  byHand,
  placeText: undefined,
});

function isOwn(
  point: { lng: number; lat: number },
  own: ReadonlySet<string>,
  cells: readonly { code: string; polygons: number[][][][] }[],
): boolean {
  return cells.some((cell) => own.has(cell.code) && within(point, cell.polygons));
}
