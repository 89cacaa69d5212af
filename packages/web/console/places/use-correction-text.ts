import { useTranslation } from "react-i18next";
import type { Correction } from "@xiuhua/server/api";

const position = ([lng, lat]: readonly [number, number]): string => `${lng.toFixed(5)}, ${lat.toFixed(5)}`;

/** A correction as a sentence. */
export function useCorrectionText(): (correction: Correction) => string {
  const { t } = useTranslation("places");
  return (correction) => {
    if (correction.about === "door") {
      const { road, number, annex } = correction.door;
      const door = annex === undefined ? t("say.door", { road, number }) : t("say.doorAnnex", { road, number, annex });
      return correction.action === "remove"
        ? t("say.remove", { name: door })
        : t(`say.${correction.action}`, { name: door, at: position(correction.at) });
    }
    switch (correction.action) {
      case "add":
        return correction.about === "road"
          ? t("say.addRoad", { name: correction.name })
          : t("say.add", { name: correction.name, at: position(correction.at) });
      case "move":
        return correction.about === "road"
          ? t("say.moveRoad", { name: correction.target.name })
          : t("say.move", { name: correction.target.name, at: position(correction.at) });
      case "rename":
        return t("say.rename", { old: correction.target.name, name: correction.name });
      case "alias":
        return t("say.alias", { name: correction.target.name, alias: correction.alias });
      case "remove":
        return t("say.remove", { name: correction.target.name });
    }
  };
}
