export {
  chinaWorkingTime,
  cityCodes,
  createCity,
  loadCity,
  type City,
  type NewCity,
  type WorkingTimeSetting,
} from "./city.ts";
export { fieldSettings, type FieldSettings } from "./field-settings.ts";
export { foundCity, type FirstAdministrator } from "./found.ts";
export { chooseCity, CityProblem } from "./problem.ts";
export { configureCity, readSettings, type CitySettings } from "./configure.ts";
export type { SettingsGroup } from "./settings-group.ts";
