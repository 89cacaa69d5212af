export {
  chinaWorkingTime,
  cityCodes,
  createCity,
  loadCity,
  type City,
  type NewCity,
  type WorkingTimeSetting,
} from "./city.ts";
export { foundCity, type FirstAdministrator } from "./found.ts";
