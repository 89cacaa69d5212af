import { AimOutlined, MinusOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { Map as GlMap } from "maplibre-gl";
import { useTranslation } from "react-i18next";
import type { MapDescription } from "@xiuhua/server/api";

interface MapToolsProps {
  readonly map: GlMap | undefined;
  readonly bounds: MapDescription["bounds"];
}

/** Nearer, farther, the whole city. */
export function MapTools({ map, bounds }: MapToolsProps) {
  const { t } = useTranslation("street");
  return (
    <div className="patrol-tools" role="toolbar" aria-label={t("tools")}>
      <Button icon={<PlusOutlined />} aria-label={t("zoomIn")} title={t("zoomIn")} onClick={() => map?.zoomIn()} />
      <Button icon={<MinusOutlined />} aria-label={t("zoomOut")} title={t("zoomOut")} onClick={() => map?.zoomOut()} />
      {bounds && (
        <Button
          icon={<AimOutlined />}
          aria-label={t("whole")}
          title={t("whole")}
          onClick={() => map?.fitBounds([...bounds], { padding: 24 })}
        />
      )}
    </div>
  );
}

/** What the signs mean. */
export function Legend({ coverage }: { coverage: boolean }) {
  const { t } = useTranslation("street");
  return (
    <div className="patrol-legend" aria-label={t("legend.title")}>
      {(["collector", "handler", "other", "stale"] as const).map((kind) => (
        <span key={kind} data-kind={kind}>
          {t(`legend.${kind}`)}
        </span>
      ))}
      {coverage && <span data-kind="walked">{t("coverage.legend")}</span>}
    </div>
  );
}

/** Whose map it is, and what it is worth. */
export function MapNotes({ description }: { description: MapDescription | undefined }) {
  const { t } = useTranslation("map");
  return (
    <footer className="patrol-notes">
      {description?.schematic && <span>{t("schematic")}</span>}
      {description && description.basemap.kind !== "own" && <span>{description.basemap.attribution}</span>}
      {description?.approval && <span>{t("approval", { number: description.approval })}</span>}
    </footer>
  );
}
