export { PatrolPage } from "./patrol-page.tsx";
