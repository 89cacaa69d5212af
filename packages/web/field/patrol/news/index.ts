export { NoticesCard } from "./notices-card.tsx";
export { WordsCard } from "./words-card.tsx";
