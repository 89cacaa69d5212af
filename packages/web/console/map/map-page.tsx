import { MenuFoldOutlined, MenuUnfoldOutlined } from "@ant-design/icons";
import { Alert, Button, Spin, Tabs } from "antd";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { showGroups, useMap, usualGroups, type LayerGroup, type Point } from "../../shared/map/index.ts";
import { useTitle } from "../../shared/ui/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { CaseCard } from "./case-card.tsx";
import { zoomFor } from "./circle.ts";
import { useDraw } from "./draw/use-draw.ts";
import { useShapeLayer } from "./draw/use-shape-layer.ts";
import { useCaseLayers } from "./layers/use-case-layers.ts";
import { useHeatScale } from "./layers/use-heat-scale.ts";
import { useLiveTiles } from "./layers/use-live-tiles.ts";
import { useSight } from "./layers/use-sight.ts";
import { listFilterOf, type MapState } from "./map-state.ts";
import { MapTools } from "./map-tools.tsx";
import { FilterTab } from "./panel/filter-tab.tsx";
import { LayerSwitches } from "./panel/layer-switches.tsx";
import { Legend } from "./panel/legend.tsx";
import { ListTab } from "./panel/list-tab.tsx";
import { PlaceSearch } from "./place-search.tsx";
import { useClicks } from "./use-clicks.ts";
import { useMapState } from "./use-map-state.ts";
import { usePlaceMark } from "./use-place-mark.ts";
import "./map.css";

/** Where a map looks first: where its address says, else at the place that was searched for. */
function startOf({ at, place }: MapState): { center?: Point; zoom?: number } {
  if (at) return { center: at, zoom: at.zoom };
  return place ? { center: place, zoom: zoomFor(place.radius, place.lat) } : {};
}

type Tab = "filter" | "list";

/** Route `/map`: where the cases are, by their clocks or as heat; what was drawn as a list beside it. */
export function MapPage() {
  const { t } = useTranslation("map");
  const { t: shell } = useTranslation("shell");
  const say = useSay();
  const { state, change } = useMapState();
  const element = useRef<HTMLDivElement>(null);
  const { map, description, failed } = useMap(element, {
    ...startOf(state),
    title: shell("title.map"),
    pinTitle: t("search.pin"),
  });
  const [tab, setTab] = useState<Tab>(state.shape ? "list" : "filter");
  const [folded, fold] = useState(false);
  const [chosen, choose] = useState<readonly string[]>([]);
  const [groups, setGroups] = useState<ReadonlySet<LayerGroup>>(new Set(usualGroups));
  const news = useCaseLayers(map, state);
  const most = useHeatScale(map, state.view === "heat");
  const sight = useSight(map);
  useLiveTiles(map);
  useTitle(shell("title.map"));
  const openList = (shape: NonNullable<typeof state.shape>) => {
    change({ shape });
    setTab("list");
    fold(false);
  };
  const draw = useDraw(map, openList);
  useShapeLayer(map, state.shape, draw.drawing, draw.tip);
  useClicks(map, {
    onCases: choose,
    onBox: (text) => openList({ kind: "box", text }),
    busy: draw.drawing !== undefined,
  });
  usePlaceMark(map, state.place);
  const goTo = state.at ? undefined : state.place;
  useEffect(() => {
    if (goTo) map?.flyTo({ center: [goTo.lng, goTo.lat], zoom: zoomFor(goTo.radius, goTo.lat) });
  }, [map, goTo]);
  useEffect(() => {
    if (map) showGroups(map, groups);
  }, [map, groups]);
  const looked = useEffectEvent(() => {
    if (sight) change({ at: sight.camera });
  });
  const where = sight && Object.values(sight.camera).join();
  useEffect(() => looked(), [where]);

  return (
    <div className="map-page" data-ready={map !== undefined && news === "ready"}>
      {!folded && (
        <aside className="map-panel" data-tab={tab} aria-label={t("panel")}>
          <PlaceSearch
            key={state.place?.reading}
            place={state.place}
            onPlace={(place) => change({ place, ...(place ? { at: undefined } : {}) })}
          />
          <Tabs
            size="small"
            activeKey={tab}
            onChange={(key) => setTab(key === "list" ? "list" : "filter")}
            items={[
              { key: "filter", label: t("tab.filter") },
              { key: "list", label: t("tab.list") },
            ]}
          />
          {tab === "filter" ? (
            <div className="map-panel-scroll">
              <FilterTab state={state} onChange={change} />
              <LayerSwitches shown={groups} onChange={setGroups} sight={sight} />
              <Legend view={state.view} most={most} />
            </div>
          ) : (
            <ListTab
              filter={listFilterOf(state, sight?.box)}
              drawn={state.shape !== undefined}
              onClear={() => change({ shape: undefined })}
            />
          )}
        </aside>
      )}
      <section className="map-stage" aria-label={shell("title.map")}>
        <div ref={element} className="map-canvas" />
        <Button
          className="map-fold"
          icon={folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
          aria-label={t(folded ? "unfold" : "fold")}
          aria-expanded={!folded}
          onClick={() => fold(!folded)}
        />
        {failed && (
          <Alert className="map-alert" type="error" showIcon title={t("failed")} description={t("failedHint")} />
        )}
        {!failed && <MapTools map={map} bounds={description?.bounds} draw={draw} />}
        {draw.drawing && <div className="map-hint">{t(`draw.hint.${draw.drawing.kind}`)}</div>}
        {!failed && news === "loading" && <Spin className="map-wait" size="small" />}
        {news === "failed" && <Alert className="map-alert" type="warning" showIcon title={t("tilesFailed")} />}
        {news === "ready" && sight?.empty && <div className="map-hint">{t("empty")}</div>}
        {chosen.length > 0 && <CaseCard key={chosen.join()} numbers={chosen} onClose={() => choose([])} />}
        <footer className="map-notes">
          {description?.schematic && <span>{t("schematic")}</span>}
          {description?.basemap.kind === "own" && description.basemap.fault && (
            <span>{say(description.basemap.fault)}</span>
          )}
          {description && description.basemap.kind !== "own" && <span>{description.basemap.attribution}</span>}
          {description?.approval && <span>{t("approval", { number: description.approval })}</span>}
        </footer>
      </section>
    </div>
  );
}
