import { procedures } from "@xiuhua/procedures";
import { fieldSettings, type SettingsGroup } from "./city/index.ts";
import { pledgeSettings } from "./cases/index.ts";
import { componentSettings } from "./components/index.ts";
import { duplicateSettings } from "./duplicates/index.ts";
import { mapSettings } from "./map/index.ts";
import { placeSettings } from "./places/index.ts";

/** Everything that a city sets for itself beside its working time: each procedure's settings, and each capability's. */
export const settingsGroups: readonly SettingsGroup[] = [
  ...procedures.values(),
  fieldSettings,
  pledgeSettings,
  componentSettings,
  duplicateSettings,
  placeSettings,
  mapSettings,
];
