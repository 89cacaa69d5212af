export { QuickCard } from "./quick-card.tsx";
