export {
  chinaWorkingTime,
  cityCodes,
  createCity,
  loadCity,
  type City,
  type NewCity,
  type WorkingTimeSetting,
} from "./city.ts";
