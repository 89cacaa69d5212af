import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldPack } from "@xiuhua/server/api";
import { usePack, type Point } from "../../pack/index.ts";
import { aroundAll, useSize } from "../../place/index.ts";
import { Icon } from "../../ui/index.ts";
import { useWalk, type Walk } from "./use-walk.ts";
import "./walk.css";
import { WalkSheet } from "./walk-sheet.tsx";
import { WalkSketch } from "./walk-sketch.tsx";

/** Today's grid at a glance; touched, it fills the screen. */
export function WalkCard() {
  const { t } = useTranslation("patrol");
  const pack = usePack();
  const walk = useWalk();
  const frame = useRef<HTMLSpanElement>(null);
  const size = useSize(frame);
  const [open, setOpen] = useState(false);
  const view = aroundAll(inSight(walk, pack), size);
  const total = walk.own.size;
  return (
    <section className="card walk" aria-labelledby="walk-title">
      <h2 id="walk-title">{t("walk.title")}</h2>
      <p className="walk-figures">
        {total > 0 ? (
          <span>
            <strong className="number">
              {walk.covered}
              <small>/{total}</small>
            </strong>
            {t("walk.cells")}
          </span>
        ) : (
          <span className="faint">{t("walk.noGrid")}</span>
        )}
        <span>
          <strong className="number">{(walk.metres / 1000).toFixed(1)}</strong>
          {t("walk.kilometres")}
        </span>
      </p>
      <button type="button" className="walk-map" aria-label={t("walk.open")} onClick={() => setOpen(true)}>
        <span ref={frame}>
          {view ? (
            <WalkSketch view={view} size={size} pack={pack} walk={walk} />
          ) : (
            <span className="walk-none faint small">{t("walk.noMap")}</span>
          )}
        </span>
        <Icon name="search" size={20} />
      </button>
      {open && <WalkSheet walk={walk} pack={pack} sight={inSight(walk, pack)} onClose={() => setOpen(false)} />}
    </section>
  );
}

/** More cells than this are no walk: a whole district is somebody's, and a window onto all of it shows nothing. */
const mostCells = 200;

/** My grid and my way; where the grid is a district, the way alone; before that, the first of the area's cells. */
function inSight(walk: Walk, pack: FieldPack | undefined): readonly Point[] {
  if (walk.own.size > mostCells && walk.points.length > 0) return walk.points;
  const cells = pack?.cells.filter(({ code }) => walk.own.has(code)) ?? [];
  const shown = cells.length > 0 || walk.points.length > 0 ? cells : (pack?.cells.slice(0, 12) ?? []);
  const corners = shown.flatMap(({ polygons }) => polygons.flatMap(([outer]) => outer ?? []));
  return [...corners.map(([lng = 0, lat = 0]) => ({ lng, lat })), ...walk.points];
}
