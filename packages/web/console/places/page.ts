export { PlacesPage } from "./places-page.tsx";
