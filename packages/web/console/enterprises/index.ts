export { EnterprisesPage } from "./enterprises-page.tsx";
