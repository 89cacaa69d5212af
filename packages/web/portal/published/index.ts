export { HomePage } from "./home-page.tsx";
export { PublishedPage } from "./published-page.tsx";
