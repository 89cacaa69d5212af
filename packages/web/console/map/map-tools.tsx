import {
  AimOutlined,
  BorderOutlined,
  CheckOutlined,
  CloseOutlined,
  GatewayOutlined,
  MinusOutlined,
  PlusOutlined,
} from "@ant-design/icons";
import { Button, Tooltip } from "antd";
import type { Map as GlMap } from "maplibre-gl";
import { useTranslation } from "react-i18next";
import type { MapDescription } from "@xiuhua/server/api";
import type { Draw } from "./draw/use-draw.ts";

interface MapToolsProps {
  readonly map: GlMap | undefined;
  readonly bounds: MapDescription["bounds"];
  readonly draw: Draw;
}

/** What stands at the right of the map: nearer, farther, the whole city, and the pens. */
export function MapTools({ map, bounds, draw }: MapToolsProps) {
  const { t } = useTranslation("map");
  const { drawing } = draw;
  return (
    <div className="map-tools" role="toolbar" aria-label={t("tools")}>
      <Tool label={t("zoomIn")} icon={<PlusOutlined />} onClick={() => map?.zoomIn()} />
      <Tool label={t("zoomOut")} icon={<MinusOutlined />} onClick={() => map?.zoomOut()} />
      {bounds && (
        <Tool label={t("whole")} icon={<AimOutlined />} onClick={() => map?.fitBounds([...bounds], { padding: 24 })} />
      )}
      <Tool
        label={t("draw.box")}
        icon={<BorderOutlined />}
        pressed={drawing?.kind === "box"}
        onClick={() => (drawing?.kind === "box" ? draw.stop() : draw.start("box"))}
      />
      <Tool
        label={t("draw.polygon")}
        icon={<GatewayOutlined />}
        pressed={drawing?.kind === "polygon"}
        onClick={() => (drawing?.kind === "polygon" ? draw.stop() : draw.start("polygon"))}
      />
      {drawing?.kind === "polygon" && drawing.corners.length >= 3 && (
        <Tool label={t("draw.finish")} icon={<CheckOutlined />} onClick={draw.finish} />
      )}
      {drawing && <Tool label={t("draw.stop")} icon={<CloseOutlined />} onClick={draw.stop} />}
    </div>
  );
}

interface ToolProps {
  readonly label: string;
  readonly icon: React.ReactNode;
  readonly pressed?: boolean;
  readonly onClick: () => void;
}

function Tool({ label, icon, pressed, onClick }: ToolProps) {
  return (
    <Tooltip title={label} placement="left">
      <Button
        icon={icon}
        aria-label={label}
        type={pressed === true ? "primary" : "default"}
        {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
        onClick={onClick}
      />
    </Tooltip>
  );
}
