export { demoCity, demoPassword, seedCity } from "./seed-city.ts";
export { tellStories } from "./create.ts";
export { seedStreet } from "./street.ts";
export { readerOf } from "./cast.ts";
export { places as demoPlaces } from "./files.ts";
export { sendOut } from "./patrols.ts";
