import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import { groupsFrom, layerGroups, type LayerGroup } from "../../../shared/map/index.ts";
import type { Sight } from "../layers/use-sight.ts";

interface LayerSwitchesProps {
  readonly shown: ReadonlySet<LayerGroup>;
  readonly onChange: (shown: ReadonlySet<LayerGroup>) => void;
  readonly sight: Sight | undefined;
}

/** Which of the city's own lines are drawn; where one that is switched on shows nothing, why. */
export function LayerSwitches({ shown, onChange, sight }: LayerSwitchesProps) {
  const { t } = useTranslation("map");
  const silent = (group: LayerGroup): string | undefined => {
    if (!sight || !shown.has(group) || sight.groups.includes(group)) return undefined;
    return t(sight.camera.zoom < groupsFrom[group] ? "layers.nearer" : "layers.nothing");
  };
  return (
    <fieldset className="map-layers">
      <legend>{t("layers.label")}</legend>
      {layerGroups.map((group) => (
        <Checkbox
          key={group}
          checked={shown.has(group)}
          onChange={({ target }) => {
            const next = new Set(shown);
            if (target.checked) next.add(group);
            else next.delete(group);
            onChange(next);
          }}
        >
          {t(`layers.${group}`)} <small>{silent(group)}</small>
        </Checkbox>
      ))}
    </fieldset>
  );
}
