export { PledgesPage } from "./pledges-page.tsx";
